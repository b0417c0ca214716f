package org.attune.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import org.attune.access.SignedIn;
import org.attune.access.UserId;
import org.attune.access.Users;
import org.attune.platform.Acting;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * Who is calling. The session says only which user it belongs to; what they are and may do is read from their row, once in
 * each request, so that a change of role or the end of an account holds from the next click on.
 */
@Component
class Caller {

    private static final String ATTRIBUTE = Caller.class.getName();

    private final Users users;

    Caller(Users users) {
        this.users = users;
    }

    Optional<SignedIn> of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof Read read) {
            return read.signedIn();
        }
        Optional<SignedIn> signedIn = fromSession().flatMap(users::signedIn);
        request.setAttribute(ATTRIBUTE, new Read(signedIn));
        Acting.as(signedIn.map(person -> person.viewer().uuid()).orElse(null));
        return signedIn;
    }

    /** After signing in, out, or changing oneself the row is read anew. */
    void forget(HttpServletRequest request) {
        request.removeAttribute(ATTRIBUTE);
    }

    private static Optional<UserId> fromSession() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || authentication instanceof AnonymousAuthenticationToken) {
            return Optional.empty();
        }
        try {
            return Optional.of(new UserId(UUID.fromString(authentication.getName())));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private record Read(Optional<SignedIn> signedIn) {}
}
