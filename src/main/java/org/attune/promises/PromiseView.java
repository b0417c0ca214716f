package org.attune.promises;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.attune.people.ContactId;
import org.attune.platform.DayKey;
import org.jspecify.annotations.Nullable;

/**
 * A promise as pages show it.
 *
 * @param promiser the name of the one of us who has to keep it; none where it is theirs
 * @param mine whether that is the viewer
 * @param saidAt when the turn was said in which it was made, or else when it was written down
 * @param turnHref where that turn is, if there is one the viewer may read
 * @param outcome the newest outcome, whose id takes it back
 */
public record PromiseView(
        PromiseId id,
        ContactId contact,
        String contactName,
        String givenName,
        String pronoun,
        Side side,
        @Nullable String promiser,
        boolean mine,
        String words,
        LocalDate due,
        State state,
        boolean nextStep,
        Instant saidAt,
        @Nullable Integer turn,
        @Nullable String turnHref,
        int version,
        @Nullable OutcomeView outcome) {

    public boolean ours() {
        return side == Side.US;
    }

    public boolean isOpen() {
        return state == State.OPEN;
    }

    /** Where the promise lies in the order of what is due. */
    public String dueKey() {
        return new DayKey(due, id.value()).toString();
    }

    /** What became of it, who noted that and when. */
    public record OutcomeView(UUID id, OutcomeKind kind, LocalDate fromDue, String by, Instant at) {}
}
