package org.attune.access;

import org.jspecify.annotations.Nullable;

/**
 * The person at the other end of a request, as their row stands at this moment.
 *
 * @param team the name of their team, if they have one
 * @param singleKeys whether single letters act as short cuts
 */
public record SignedIn(
        Viewer viewer,
        String email,
        @Nullable String team,
        Theme theme,
        boolean singleKeys,
        SecondFactor secondFactor,
        int version) {

    /** Whether this person belongs to the audience; what needs nobody signed in is decided elsewhere. */
    public boolean belongsTo(Audience audience) {
        return switch (audience) {
            case ANYONE, SIGNED_IN -> true;
            case SELLERS -> viewer.sells();
            case MANAGERS -> viewer.role() == Role.MANAGER;
            case ADMINS -> viewer.role() == Role.ADMIN;
            case SET_UP, DEMO -> false;
        };
    }
}
