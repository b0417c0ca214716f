package org.attune.nurture;

import java.util.Locale;

/** Why somebody should hear from us. Of reasons for the same day the first one here is named. */
public enum QueueWhy {
    /** They want to know something, and nothing has answered it. */
    WANTS_TO_KNOW,
    /** The day has come on which they wanted to be asked again. */
    NOT_NOW,
    /** A silence that was agreed is over. */
    SILENCE,
    /** They said yes, and these are the first weeks. */
    AFTER_SALE,
    /** They said an honest no. */
    NO,
    /** A need of theirs ended as not a fit. */
    NOT_A_FIT,
    /** Their rhythm. */
    RHYTHM,
    /** We know them, and never spoke. */
    NEVER;

    /** How it is written in the database and in message keys. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static QueueWhy of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
