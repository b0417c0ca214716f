package org.attune.voice;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody said, as the voice shows it.
 *
 * @param words with names cut out where there is no name beside them
 * @param how how exactly the words are theirs
 * @param name who said it; none where the viewer does not see them, and under the marketing hat without their consent
 * @param role what they do, where that is known
 * @param href where it is, if the viewer may read the conversation
 */
public record SaidBehind(
        UUID turn,
        String words,
        @Nullable String how,
        Instant saidAt,
        @Nullable String name,
        @Nullable String role,
        @Nullable String href) {}
