package org.attune.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Gives each request a short reference: in every line it logs, and on the page when something breaks. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RequestReference extends OncePerRequestFilter {

    private static final String HEADER = "X-Request-Id";
    private static final String NAME = "request";
    private static final String ATTRIBUTE = RequestReference.class.getName();

    private final SecureRandom random = new SecureRandom();

    /** The reference of a request, or nothing if it came another way. */
    static String of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof String reference ? reference : "";
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String reference = reference(request.getHeader(HEADER));
        response.setHeader(HEADER, reference);
        request.setAttribute(ATTRIBUTE, reference);
        MDC.put(NAME, reference);
        try {
            chain.doFilter(request, response);
        } finally {
            MDC.remove(NAME);
        }
    }

    /** The one a proxy gave, so that its log and ours can be laid side by side; otherwise one of our own. */
    private String reference(@Nullable String given) {
        if (given != null && given.matches("[\\w.-]{1,64}")) {
            return given;
        }
        byte[] bytes = new byte[6];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
