package org.attune.search;

import java.util.Locale;

/** What can be found. */
public enum Group {
    PEOPLE,
    COMPANIES,
    NEEDS,
    MATERIALS,
    STORIES,
    WORDS;

    /** Of what has a name, in which a letter can be wrong. */
    boolean isOfNames() {
        return this != WORDS;
    }

    /** How it is written in message keys. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
