package org.attune.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;

/**
 * A page that a link in a letter opens, for somebody who is not signed in: found and kept by nobody, it tells nobody where one came
 * from, needs no session and begins none.
 */
public final class QuietPage {

    /** What would begin a session for a token that nobody needs here: whoever has the link has all that is asked for. */
    private static final String[] TOKENS_OF_SESSIONS = {"org.springframework.security.web.csrf.CsrfToken", "_csrf"};

    private QuietPage() {}

    public static void of(HttpServletRequest request, HttpServletResponse response) {
        for (String token : TOKENS_OF_SESSIONS) {
            request.removeAttribute(token);
        }
        response.setHeader("X-Robots-Tag", "noindex, nofollow, noarchive");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }
}
