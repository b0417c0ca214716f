package org.attune.stages;

import java.util.Locale;

/** What kind of move it was. */
public enum How {
    /** Onto the path, with what the stage asks for. */
    ENTERED,
    /** Further, with what the stage asks for. */
    FORWARD,
    /** Further without it, with a reason. */
    OVERRIDDEN,
    BACK,
    /** Beside the path: Not now, Parted. */
    ASIDE,
    IMPORTED,
    /** Their stage was retired; the admin who did it chose where its people go. */
    RETIRED;

    /** How it is written in the database and in message keys. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static How of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
