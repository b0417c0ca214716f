package org.attune.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.attune.platform.Deed;
import org.attune.platform.Trail;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.stereotype.Component;

/** Puts on the trail that somebody signed out. */
@Component
class Leaving implements LogoutHandler {

    private final Caller caller;
    private final Trail trail;

    Leaving(Caller caller, Trail trail) {
        this.caller = caller;
        this.trail = trail;
    }

    @Override
    public void logout(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication) {
        caller.of(request)
                .map(person -> person.viewer().uuid())
                .ifPresent(user -> trail.note(Deed.of(Deed.Done.SIGNED_OUT, "user", user), user));
    }
}
