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

    /** How it is written in message keys. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
