package org.attune.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import org.attune.access.SecondProof;
import org.attune.access.SignInBy;
import org.attune.access.SignIns;
import org.attune.access.UserId;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;
import org.springframework.stereotype.Component;

/**
 * Lets somebody in who has proved who they are: by password, link, single sign-on or, in the demo, by a click. Who has a second
 * factor gets as far as the threshold, and in with a code.
 */
@Component
class Entrance {

    private static final Duration A_DAY_S_WORK = Duration.ofHours(12);
    private static final Duration ON_THIS_DEVICE = Duration.ofDays(30);
    private static final Duration ON_THE_THRESHOLD = Duration.ofMinutes(10);
    static final String BY = Entrance.class.getName() + ".by";
    static final String SECOND = Entrance.class.getName() + ".second";
    private static final String STAYS = Entrance.class.getName() + ".stays";

    private final SecurityContextRepository contexts = new HttpSessionSecurityContextRepository();
    private final CsrfTokenRepository tokens = new HttpSessionCsrfTokenRepository();
    private final Caller caller;
    private final SignIns signIns;

    Entrance(Caller caller, SignIns signIns) {
        this.caller = caller;
        this.signIns = signIns;
    }

    /** By a link that only they have. */
    void letIn(UserId user, boolean stay, HttpServletRequest request, HttpServletResponse response) {
        letIn(new Arrival(user, SignInBy.LINK, null, stay), request, response);
    }

    /** Begins a session of its own; nothing of the one before lives on, neither its id nor its token. */
    void letIn(Arrival arrival, HttpServletRequest request, HttpServletResponse response) {
        begin(arrival, request, response);
        if (caller.of(request).isPresent()) {
            signIns.note(arrival.user(), arrival.by(), arrival.second());
        }
    }

    /** Whoever stood on the threshold has proved a second time who they are. */
    void letIn(UserId user, SecondProof proof, HttpServletRequest request, HttpServletResponse response) {
        letIn(arrivalOf(user, request).with(proof), request, response);
    }

    /** Whoever is in has just set up a second factor, and thereby proved it. */
    void hasProved(UserId user, HttpServletRequest request, HttpServletResponse response) {
        begin(arrivalOf(user, request).with(SecondProof.CODE), request, response);
    }

    private void begin(Arrival arrival, HttpServletRequest request, HttpServletResponse response) {
        HttpSession before = request.getSession(false);
        if (before != null) {
            before.invalidate();
        }
        HttpSession session = request.getSession(true);
        session.setAttribute(BY, arrival.by().name());
        session.setAttribute(
                SECOND, arrival.second() == null ? null : arrival.second().name());
        session.setAttribute(STAYS, arrival.stay());
        sign(arrival, request, response);
        boolean in = caller.of(request).isPresent();
        session.setMaxInactiveInterval((int) (in ? lasting(arrival) : ON_THE_THRESHOLD).toSeconds());
        if (in && arrival.stay()) {
            request.setAttribute(SessionConfiguration.STAY, true);
        }
        freshToken(request, response);
    }

    private static Duration lasting(Arrival arrival) {
        return arrival.stay() ? ON_THIS_DEVICE : A_DAY_S_WORK;
    }

    private static Arrival arrivalOf(UserId user, HttpServletRequest request) {
        HttpSession session = request.getSession();
        boolean stays = Boolean.TRUE.equals(session.getAttribute(STAYS));
        return new Arrival(user, by(session.getAttribute(BY)), null, stays);
    }

    private static SignInBy by(@Nullable Object kept) {
        return kept instanceof String name ? SignInBy.valueOf(name) : SignInBy.PASSWORD;
    }

    private void sign(Arrival arrival, HttpServletRequest request, HttpServletResponse response) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                arrival.user().value().toString(), "", arrival.factors()));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
        caller.forget(request);
    }

    /** For a page that is shown right away. */
    private void freshToken(HttpServletRequest request, HttpServletResponse response) {
        new XorCsrfTokenRequestAttributeHandler()
                .handle(request, response, tokens.loadDeferredToken(request, response)::get);
    }
}
