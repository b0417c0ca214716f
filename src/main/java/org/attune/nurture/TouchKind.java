package org.attune.nurture;

import java.util.Locale;

/** What kind of thing was done that is not a conversation. */
public enum TouchKind {
    TRIED_TO_REACH,
    MATERIAL,
    STORY,
    EVENT,
    GREETING,
    INTRODUCTION,
    OTHER;

    /** How it is written in the database and in message keys. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static TouchKind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
