package org.attune.library;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.attune.conversations.TurnId;
import org.jspecify.annotations.Nullable;

/**
 * Something heard that led to a version.
 *
 * @param seq its number in the conversation
 * @param speaker none where the viewer may not know who said it
 */
public record CauseView(
        TurnId turn,
        UUID conversation,
        int seq,
        String words,
        String exactness,
        @Nullable String speaker,
        Instant saidAt) {

    public String path() {
        return "/conversations/" + conversation + "#t" + seq;
    }

    /** As the fragment for quotes takes it. */
    public String how() {
        return exactness.toUpperCase(Locale.ROOT).replace("IN_ESSENCE", "ESSENCE");
    }
}
