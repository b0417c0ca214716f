package org.attune.voice;

import java.time.Instant;
import org.attune.conversations.Exactness;
import org.attune.conversations.TurnRef;
import org.jspecify.annotations.Nullable;

/**
 * Something a customer said, as the viewer may read it.
 *
 * @param words without the names in it where nobody is to know who said it
 * @param name none where it stands without
 * @param role what they do
 * @param trade a tag that several people carry
 * @param company only beside a name
 * @param at where it stands; none where opening it would say who it was
 */
public record VoicedTurn(
        String key,
        String words,
        Exactness exactness,
        Instant saidAt,
        @Nullable String name,
        @Nullable String role,
        @Nullable String trade,
        @Nullable String company,
        @Nullable TurnRef at) {}
