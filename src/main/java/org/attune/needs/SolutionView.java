package org.attune.needs;

import java.time.Instant;
import java.util.UUID;
import org.attune.conversations.TurnId;
import org.jspecify.annotations.Nullable;

/** A solution as it was noted. */
public record SolutionView(
        UUID id,
        String ourPart,
        String theirPart,
        @Nullable TurnId contributedTurn,
        @Nullable TurnId agreedTurn,
        String notedBy,
        Instant notedAt) {

    public boolean agreed() {
        return agreedTurn != null;
    }
}
