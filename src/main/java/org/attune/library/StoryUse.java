package org.attune.library;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a story was used. It stays a fact, whatever is said afterwards.
 *
 * @param by who used it
 * @param where the page it stands on; none where the viewer may not look
 * @param afterwards whether they had said by then that it should not be used any more, and we did not know yet
 */
public record StoryUse(
        How how, Kind kind, Instant at, String by, @Nullable String where, boolean afterwards) {

    /** Aloud, or in writing. */
    public enum How {
        TOLD,
        WRITTEN
    }

    /** What it was used in. */
    public enum Kind {
        RESPONSE,
        TOUCH
    }
}
