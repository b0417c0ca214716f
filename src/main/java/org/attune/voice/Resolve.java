package org.attune.voice;

import java.util.Locale;

/** What those who answer mean to do about it. */
public enum Resolve {
    WILL,
    NOT_NOW,
    NO;

    /** How it is written in the database and in message keys. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Resolve of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
