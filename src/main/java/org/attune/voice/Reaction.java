package org.attune.voice;

import java.time.Instant;
import java.util.UUID;
import org.attune.conversations.TurnRef;
import org.jspecify.annotations.Nullable;

/**
 * How one person took something we gave them.
 *
 * @param heard it was said in a conversation; otherwise it was noted at a touch
 * @param reaction good, none or bad; none said yet: null
 * @param words without names where nobody is to know who it was
 * @param how as of a heard turn; none where it was noted
 */
public record Reaction(
        String key,
        UUID id,
        boolean heard,
        @Nullable String reaction,
        @Nullable String words,
        @Nullable String how,
        Instant at,
        @Nullable String name,
        @Nullable String role,
        @Nullable String trade,
        @Nullable TurnRef turn) {}
