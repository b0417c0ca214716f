package org.attune.correspondence;

import java.util.Locale;

/** What became of a letter. */
public enum LetterState {
    WAITING,
    SENT,
    FAILED,
    /** Taken back before it left. */
    WITHDRAWN,
    /** Whoever it was for said meanwhile that they want none. */
    UNWANTED,
    /** It came back. */
    RETURNED;

    /** How it is written in the database and in message keys. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it was ended by somebody, or by a mail server for good. */
    public boolean isOver() {
        return this == WITHDRAWN || this == UNWANTED || this == RETURNED;
    }

    public static LetterState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
