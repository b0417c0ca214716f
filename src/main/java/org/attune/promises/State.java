package org.attune.promises;

import java.util.Locale;

/** How a promise stands. */
public enum State {
    OPEN,
    KEPT,
    BROKEN;

    /** How it is written in the database and in message keys. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static State of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
