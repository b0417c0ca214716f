package org.attune.needs;

import java.time.Instant;
import java.util.UUID;
import org.attune.conversations.TurnId;
import org.jspecify.annotations.Nullable;

/**
 * A cost as it was noted.
 *
 * @param amount only where it is counted
 * @param turn where they said it; none for our estimate
 */
public record CostView(
        UUID id,
        CostKind kind,
        @Nullable Cost amount,
        @Nullable String workedOut,
        @Nullable TurnId turn,
        String notedBy,
        Instant notedAt) {}
