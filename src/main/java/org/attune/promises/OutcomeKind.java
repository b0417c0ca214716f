package org.attune.promises;

import java.util.Locale;

/** What became of a promise, for now. Late is no outcome: a late promise is still open. */
public enum OutcomeKind {
    KEPT,
    MOVED,
    BROKEN,
    REOPENED;

    /** How it is written in the database, in addresses and in message keys. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static OutcomeKind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
