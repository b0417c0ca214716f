package org.attune.exchange;

import java.util.Locale;

/** What became of a line, or would. */
public enum LineResult {
    TAKEN,
    UNCHANGED,
    REFUSED;

    /** How it is written in the database and in message keys. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static LineResult of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
