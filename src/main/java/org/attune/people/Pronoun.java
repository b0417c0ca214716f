package org.attune.people;

import java.util.Locale;

/** How a contact is spoken of; unknown falls back to the first name. */
public enum Pronoun {
    SHE,
    HE,
    THEY,
    UNKNOWN;

    /** As the database and message keys write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Pronoun of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
