package org.attune.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import org.attune.access.SignedIn;
import org.attune.access.UserId;
import org.attune.access.Users;
import org.attune.access.WhoAsks;
import org.attune.platform.Acting;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * Who is calling. The session says only which user it belongs to and what they have proved; what they are and may do is read
 * from their row, once in each request, so that a change of role or the end of an account holds from the next click on.
 */
@Component
class Caller implements WhoAsks {

    private static final String ATTRIBUTE = Caller.class.getName();

    private final Users users;

    Caller(Users users) {
        this.users = users;
    }

    /** Nobody as long as a second factor is still to be proved. */
    @Override
    public Optional<SignedIn> of(HttpServletRequest request) {
        return Optional.ofNullable(read(request).signedIn());
    }

    /** Whoever has given their password and not yet the code that is asked of them. */
    Optional<SignedIn> onTheThreshold(HttpServletRequest request) {
        return Optional.ofNullable(read(request).onTheThreshold());
    }

    /** Whether they are to set up a second factor before anything else. */
    boolean hasToSetUp(HttpServletRequest request) {
        return read(request).toSetUp();
    }

    /** After signing in, out, or changing oneself the row is read anew. */
    void forget(HttpServletRequest request) {
        request.removeAttribute(ATTRIBUTE);
    }

    private Read read(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof Read before) {
            return before;
        }
        Read read = read(SecurityContextHolder.getContext().getAuthentication());
        request.setAttribute(ATTRIBUTE, read);
        SignedIn person = read.signedIn();
        Acting.as(person == null ? null : person.viewer().uuid());
        return read;
    }

    private Read read(@Nullable Authentication session) {
        SignedIn person = userOf(session).flatMap(users::signedIn).orElse(null);
        if (person == null || session == null) {
            return new Read(null, null, false);
        }
        return Factors.lacksCode(person, session)
                ? new Read(null, person, false)
                : new Read(person, null, Factors.lacksSetUp(person, session));
    }

    private static Optional<UserId> userOf(@Nullable Authentication session) {
        if (session == null || session instanceof AnonymousAuthenticationToken) {
            return Optional.empty();
        }
        try {
            return Optional.of(new UserId(UUID.fromString(session.getName())));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private record Read(
            @Nullable SignedIn signedIn, @Nullable SignedIn onTheThreshold, boolean toSetUp) {}
}
