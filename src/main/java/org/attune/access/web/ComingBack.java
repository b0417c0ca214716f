package org.attune.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.attune.access.SecondProof;
import org.attune.access.SignInBy;
import org.attune.access.SingleSignOn;
import org.attune.access.UserId;
import org.attune.platform.RuleRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/** Somebody comes back from the provider: known there, and perhaps here. */
@Component
class ComingBack implements AuthenticationSuccessHandler, AuthenticationFailureHandler {

    /** What RFC 8176 calls a second factor that was proved there. */
    private static final Set<String> SECOND = Set.of("mfa", "otp");

    private static final Set<String> REASONS = Set.of("unreachable", "failed", "unverified", "unknown", "another");

    private final SingleSignOn singleSignOn;
    private final Entrance entrance;

    ComingBack(SingleSignOn singleSignOn, Entrance entrance) {
        this.singleSignOn = singleSignOn;
        this.entrance = entrance;
    }

    /** Why somebody is back at the sign-in page, as a key of the words for it. */
    static @Nullable String reason(@Nullable String word) {
        return word != null && REASONS.contains(word) ? "access.single-sign-on." + word : null;
    }

    /** The provider's word is forgotten with this request; the session names our user, as after a password. */
    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException {
        OidcUser there = (OidcUser) Objects.requireNonNull(authentication.getPrincipal());
        String wanted = wanted(request);
        SecurityContextHolder.clearContext();
        try {
            UserId user = singleSignOn.recognise(told(there));
            entrance.letIn(new Arrival(user, SignInBy.SINGLE_SIGN_ON, second(there), false), request, response);
            response.sendRedirect(request.getContextPath() + wanted);
        } catch (RuleRefused refused) {
            String why = refused.messageKey().replaceFirst(".*\\.", "");
            response.sendRedirect(request.getContextPath() + "/sign-in?refused=" + why);
        }
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException why) throws IOException {
        response.sendRedirect(request.getContextPath() + "/sign-in?refused=failed");
    }

    private static String wanted(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        Object wanted = session == null ? null : session.getAttribute(SingleSignOnController.WANTED);
        return LocalPath.of(wanted instanceof String path ? path : null);
    }

    private static SingleSignOn.Elsewhere told(OidcUser there) {
        String email = Boolean.TRUE.equals(there.getEmailVerified()) ? there.getEmail() : null;
        return new SingleSignOn.Elsewhere(
                Objects.requireNonNull(there.getIdToken().getIssuer()).toString(),
                Objects.requireNonNull(there.getIdToken().getSubject()),
                email);
    }

    private static @Nullable SecondProof second(OidcUser there) {
        List<String> ways = there.getIdToken().getAuthenticationMethods();
        return ways != null && ways.stream().anyMatch(SECOND::contains) ? SecondProof.ELSEWHERE : null;
    }
}
