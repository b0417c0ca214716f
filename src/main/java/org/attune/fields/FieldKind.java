package org.attune.fields;

import java.util.Locale;

/** What a field can hold. */
public enum FieldKind {
    TEXT,
    NUMBER,
    DAY,
    CHOICE,
    CHOICES,
    YES_NO,
    LINK;

    /** As the database and message keys write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static FieldKind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** Whether its values are among those an admin has named. */
    public boolean isChosen() {
        return this == CHOICE || this == CHOICES;
    }

    /** Whether search looks through its values, where the admin wants that. */
    public boolean isWords() {
        return this == TEXT || this == LINK;
    }

    /** Whether a list is narrowed by the least and the most of it. */
    public boolean isRange() {
        return this == NUMBER || this == DAY;
    }
}
