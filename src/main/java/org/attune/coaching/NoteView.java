package org.attune.coaching;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A note both can read.
 *
 * @param mayChange whether the viewer wrote it, less than a day ago
 */
public record NoteView(
        UUID id,
        Pair pair,
        String author,
        String words,
        Instant writtenAt,
        @Nullable Instant changedAt,
        int version,
        boolean mayChange) {}
