package org.attune.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.attune.access.SetUp;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.HtmlUtils;

/**
 * What somebody sees who came without a valid session or without the token of the page: the way to sign in and back, or,
 * to a page that was waiting for a fragment, a word that leaves what was typed where it is.
 */
@Component
class TurnedAway implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final Caller caller;
    private final SetUp setUp;
    private final MessageSource messages;
    private final LocaleResolver locales;

    TurnedAway(Caller caller, SetUp setUp, MessageSource messages, LocaleResolver locales) {
        this.caller = caller;
        this.setUp = setUp;
        this.messages = messages;
        this.locales = locales;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        if (setUp.isNeeded()) {
            redirect(request, response, "/set-up");
        } else if (request.getHeader("HX-Request") != null) {
            toast(request, response);
        } else if (!keptUnsent(request, response)) {
            String back = placeToReturnTo(request);
            String door = caller.onTheThreshold(request).isPresent() ? CodeController.HERE : "/sign-in";
            redirect(request, response, door + "?to=" + URLEncoder.encode(back, StandardCharsets.UTF_8));
        }
    }

    /** A missing token with nobody behind it is a session that has ended, and signing in helps. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        if (caller.of(request).isPresent() && path(request).startsWith("/sign-in")) {
            redirect(
                    request, response, LocalPath.HOME); // they signed in meanwhile, by a second click or in another tab
        } else if (caller.hasToSetUp(request) && !path(request).startsWith(SecondFactorController.HERE)) {
            setUpFirst(request, response);
        } else if (caller.of(request).isPresent()) {
            refuse(request, response);
        } else if (!path(request).equals("/set-up") || !keptUnsent(request, response)) {
            commence(request, response, new SessionEnded());
        }
    }

    /** A second factor has to be there before anything else is. What was typed on the way is kept. */
    private static void setUpFirst(HttpServletRequest request, HttpServletResponse response) {
        if (request.getHeader("HX-Request") != null) {
            response.setStatus(HttpStatus.FORBIDDEN.value());
            response.setHeader("HX-Redirect", request.getContextPath() + SecondFactorController.HERE);
        } else if (!keptUnsent(request, response)) {
            redirect(request, response, SecondFactorController.HERE);
        }
    }

    /** The page is older than the session. One that waits for a fragment stays, and gets the token it lacks. */
    private void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean htmx = request.getHeader("HX-Request") != null;
        if (htmx && request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
            response.setHeader("X-Token", token.getToken());
            response.setHeader(
                    "X-Token-Of",
                    caller.of(request).orElseThrow().viewer().uuid().toString());
        }
        if (htmx || !keptUnsent(request, response)) {
            response.sendError(HttpStatus.FORBIDDEN.value());
        }
    }

    /** 307, so that the browser sends the form once more, to the page that keeps it. */
    private static boolean keptUnsent(HttpServletRequest request, HttpServletResponse response) {
        String place = Unsent.placeFor(request, path(request));
        if (place == null) {
            return false;
        }
        response.setStatus(HttpStatus.TEMPORARY_REDIRECT.value());
        response.setHeader("Location", request.getContextPath() + place);
        return true;
    }

    private static String placeToReturnTo(HttpServletRequest request) {
        if (request.getMethod().equals("GET")) {
            String query = request.getQueryString();
            String path = path(request);
            return LocalPath.of(query == null ? path : path + "?" + query);
        }
        return LocalPath.of(request.getHeader("Referer"), request.getHeader("Host"));
    }

    static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }

    private void toast(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Locale locale = locales.resolveLocale(request);
        String words = messages.getMessage("access.signed-out.toast", null, locale);
        response.setStatus(HttpStatus.UNAUTHORIZED.value());
        response.setContentType(MediaType.TEXT_HTML_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader("HX-Retarget", "#toasts");
        response.setHeader("HX-Reswap", "innerHTML");
        response.setHeader("HX-Trigger", "signed-out");
        response.getWriter()
                .write("<div class=\"toast\" role=\"alert\"><span>" + HtmlUtils.htmlEscape(words)
                        + "</span> <a href=\"" + request.getContextPath() + "/sign-in\" target=\"_blank\">"
                        + HtmlUtils.htmlEscape(messages.getMessage("access.sign-in.submit", null, locale))
                        + "</a></div>");
    }

    /** 303, so that whatever was posted is not posted again to the sign-in page. */
    private static void redirect(HttpServletRequest request, HttpServletResponse response, String to) {
        response.setStatus(HttpStatus.SEE_OTHER.value());
        response.setHeader("Location", request.getContextPath() + to);
    }

    private static final class SessionEnded extends AuthenticationException {

        private static final long serialVersionUID = 1L;

        SessionEnded() {
            super("no session");
        }
    }
}
