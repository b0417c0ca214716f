package org.attune.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Between the moment at which an instance says that it is not ready any more and the one at which it takes no more requests a
 * balancer needs time to notice. Until then everything is answered, and connections that would be kept are closed politely.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class Drain extends OncePerRequestFilter implements SmartLifecycle {

    private final Duration time;
    private volatile boolean running;

    Drain(@Value("${attune.drain:0s}") Duration time) {
        this.time = time;
    }

    @Override
    public void start() {
        running = true;
    }

    /** Readiness has been taken back before anything is stopped. */
    @Override
    public void stop() {
        running = false;
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Stopped before the web server is, whose phase is 1024 below the highest. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE - 512;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!running) {
            response.setHeader("Connection", "close");
        }
        chain.doFilter(request, response);
    }
}
