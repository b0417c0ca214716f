package org.attune.exchange;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.attune.access.Viewer;
import org.jspecify.annotations.Nullable;

/**
 * An import that took place.
 *
 * @param conversation what a transcript became
 * @param owner with whom it waits to be confirmed, where that is somebody else
 */
public record RunView(
        UUID id,
        String kind,
        String fileName,
        Instant at,
        int taken,
        int unchanged,
        int refused,
        int remarked,
        @Nullable UUID conversation,
        @Nullable String owner) {

    /** Whoever does not work with customers gets lines of their own file back for a day, as the file itself is kept. */
    public boolean givesBackTo(Viewer viewer, Instant now) {
        return viewer.sells() || at.plus(Duration.ofDays(1)).isAfter(now);
    }

    /** Whether there are lines of which something was not taken, to be put right and handed over again. */
    public boolean leftSomething() {
        return conversation == null && refused + remarked > 0;
    }
}
