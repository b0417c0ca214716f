package org.attune.conversations;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody had in mind before, and what became of it.
 *
 * @param hunch the viewer's own; otherwise an assumption of anybody
 * @param how the word of a {@link Settled} or a {@link HunchSettled}
 * @param correction how it really is, for an assumption that was corrected
 * @param turn what they said that settled it, where that is known and the viewer may read it
 */
public record SettledView(
        String words,
        boolean hunch,
        String how,
        @Nullable String correction,
        @Nullable TurnRef turn,
        Instant settledAt) {}
