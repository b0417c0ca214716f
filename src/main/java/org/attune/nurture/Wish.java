package org.attune.nurture;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whose wish it was to stop. */
public enum Wish {
    THEIRS,
    OURS;

    /** How it is written in the database and in message keys. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static @Nullable Wish of(@Nullable String word) {
        return word == null ? null : valueOf(word.toUpperCase(Locale.ROOT));
    }
}
