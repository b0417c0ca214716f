package org.attune.library;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What somebody allowed to be done with their story.
 *
 * @param named with their name; otherwise nobody outside the team learns whose story it is
 * @param until the last day; none: until they say otherwise
 * @param withdrawnOn the day on which they said: no more
 * @param replaced whether another consent took its place
 */
public record Consent(
        Scope scope,
        boolean named,
        LocalDate givenOn,
        @Nullable LocalDate until,
        @Nullable LocalDate withdrawnOn,
        boolean replaced) {

    /** Whether it is in force on a day: given, not over, and nobody has said otherwise. */
    public boolean holdsOn(LocalDate day) {
        return !replaced && withdrawnOn == null && !day.isBefore(givenOn) && !isOver(day);
    }

    public boolean isOver(LocalDate day) {
        return until != null && day.isAfter(until);
    }

    public boolean allows(StoryUse.How how, LocalDate day) {
        return holdsOn(day) && scope.covers(how);
    }

    public boolean allowsNameOn(LocalDate day) {
        return named && holdsOn(day);
    }

    /** At most one of a story's consents is in force. */
    public static Optional<Consent> inForce(List<Consent> consents, LocalDate day) {
        return consents.stream().filter(one -> one.holdsOn(day)).findFirst();
    }
}
