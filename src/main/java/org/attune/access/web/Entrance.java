package org.attune.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.util.List;
import org.attune.access.UserId;
import org.attune.platform.Deed;
import org.attune.platform.Trail;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;
import org.springframework.stereotype.Component;

/** Lets somebody in who has proved who they are: by password, invitation, set-up or, in the demo, by a click. */
@Component
class Entrance {

    private static final Duration A_DAY_S_WORK = Duration.ofHours(12);
    private static final Duration ON_THIS_DEVICE = Duration.ofDays(30);

    private final SecurityContextRepository contexts = new HttpSessionSecurityContextRepository();
    private final CsrfTokenRepository tokens = new HttpSessionCsrfTokenRepository();
    private final Caller caller;
    private final Trail trail;

    Entrance(Caller caller, Trail trail) {
        this.caller = caller;
        this.trail = trail;
    }

    /**
     * Begins a session of its own; nothing of the one before lives on, neither its id nor its token.
     *
     * @param stay whether it outlives the browser's closing
     */
    void letIn(UserId user, boolean stay, HttpServletRequest request, HttpServletResponse response) {
        HttpSession before = request.getSession(false);
        if (before != null) {
            before.invalidate();
        }
        request.getSession(true).setMaxInactiveInterval((int) (stay ? ON_THIS_DEVICE : A_DAY_S_WORK).toSeconds());
        if (stay) {
            request.setAttribute(SessionConfiguration.STAY, true);
        }
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(user.value().toString(), "", List.of()));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
        caller.forget(request);
        freshToken(request, response);
        trail.note(Deed.of(Deed.Done.SIGNED_IN, "user", user.value()), user.value());
    }

    /** For a page that is shown right away. */
    private void freshToken(HttpServletRequest request, HttpServletResponse response) {
        new XorCsrfTokenRequestAttributeHandler()
                .handle(request, response, tokens.loadDeferredToken(request, response)::get);
    }
}
