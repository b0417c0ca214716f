package org.attune.nurture;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How a touch was received. */
public enum Reaction {
    GOOD,
    NONE,
    BAD;

    /** How it is written in the database and in message keys. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static @Nullable Reaction of(@Nullable String word) {
        return word == null ? null : valueOf(word.toUpperCase(Locale.ROOT));
    }
}
