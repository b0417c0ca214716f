package org.attune.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;
import org.thymeleaf.exceptions.TemplateProcessingException;

/**
 * Writes down where a request broke, instead of the server, which would log the messages of exceptions as well. Those
 * quote what somebody typed, and a customer's words never reach the log; kinds and places are enough to find the fault.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class BrokenRequests extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(BrokenRequests.class);
    private static final int FRAMES = 40;
    private static final int CAUSES = 8;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        try {
            chain.doFilter(request, response);
        } catch (Exception broken) {
            if (response.isCommitted()) {
                // Somebody who went away is no fault of ours.
                String how =
                        broken instanceof IOException ? ": " + broken.getClass().getName() : withoutWords(broken);
                LOG.warn("{} {} ended early{}", request.getMethod(), pattern(request), how);
                return;
            }
            LOG.error("{} {} failed{}", request.getMethod(), pattern(request), withoutWords(broken));
            response.sendError(HttpStatus.INTERNAL_SERVER_ERROR.value());
        }
    }

    /** The path as it is mapped, for the real one may hold the secret of a link. */
    private static Object pattern(HttpServletRequest request) {
        Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return pattern == null ? "(unmapped)" : pattern;
    }

    static String withoutWords(Throwable broken) {
        StringBuilder said = new StringBuilder();
        int depth = 0;
        for (Throwable cause = broken; cause != null && depth < CAUSES; cause = cause.getCause(), depth++) {
            said.append(depth == 0 ? ": " : "\nCaused by: ")
                    .append(cause.getClass().getName());
            if (cause instanceof TemplateProcessingException template) {
                said.append(" (")
                        .append(template.getMessage())
                        .append(')'); // names the template, the line, the expression
            }
            if (cause instanceof SQLException sql) {
                said.append(" (SQL state ").append(sql.getSQLState()).append(')');
            }
            StackTraceElement[] trace = cause.getStackTrace();
            for (int i = 0; i < Math.min(trace.length, FRAMES); i++) {
                said.append("\n\tat ").append(trace[i]);
            }
        }
        return said.toString();
    }
}
