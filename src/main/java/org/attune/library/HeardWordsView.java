package org.attune.library;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something heard, as it stands in a story or can be picked for one.
 *
 * @param path the page with the turn; none where the viewer may not read it there
 */
public record HeardWordsView(
        UUID turn,
        String words,
        String exactness,
        @Nullable String path,
        @Nullable Instant saidAt) {

    /** As the fragment for quotes takes it. */
    public String how() {
        return exactness.toUpperCase(Locale.ROOT).replace("IN_ESSENCE", "ESSENCE");
    }
}
