package org.attune.voice;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody can have been told: a conversation, something we said in one, or a touch.
 *
 * @param what its channel or kind, as message keys say it
 * @param words what we said there, where it is a turn
 */
public record ToldIn(
        Kind kind,
        UUID id,
        Instant at,
        String what,
        @Nullable Integer seq,
        @Nullable String words) {

    /** What it is. */
    public enum Kind {
        CONVERSATION,
        TURN,
        TOUCH
    }

    /** The id in what a form sent. */
    static Optional<UUID> named(String code) {
        try {
            return Optional.of(UUID.fromString(code.substring(code.indexOf(':') + 1)));
        } catch (IllegalArgumentException broken) {
            return Optional.empty();
        }
    }

    /** As a form sends it. */
    public String code() {
        return kind.name().toLowerCase(Locale.ROOT) + ":" + id;
    }
}
