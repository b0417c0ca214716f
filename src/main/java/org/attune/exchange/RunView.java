package org.attune.exchange;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An import that took place.
 *
 * @param conversation what a transcript became
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
        @Nullable UUID conversation) {

    /** Whether there are lines of which something was not taken, to be put right and handed over again. */
    public boolean leftSomething() {
        return conversation == null && refused + remarked > 0;
    }
}
