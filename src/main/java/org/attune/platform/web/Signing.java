package org.attune.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.attune.platform.Acting;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Puts down where a request comes from, so that whatever it changes is signed with it; who it is turns out later. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class Signing extends OncePerRequestFilter {

    /** Written out in full by the server; people know it short. */
    private static String address(String address) {
        return address.equals("0:0:0:0:0:0:0:1") ? "::1" : address;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Acting.begin(new Acting(
                null,
                RequestReference.of(request),
                address(request.getRemoteAddr()),
                Agent.of(request.getHeader("User-Agent"))));
        try {
            chain.doFilter(request, response);
        } finally {
            Acting.end();
        }
    }
}
