package org.attune.promises;

import java.util.Locale;

/** Who has to keep a promise. */
public enum Side {
    US,
    THEM;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Side of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
