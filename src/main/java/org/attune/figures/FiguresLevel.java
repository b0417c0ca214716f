package org.attune.figures;

import java.util.Locale;

/** Whose eyes figures about a person are for. */
public enum FiguresLevel {
    OFF,
    OWN_EYES,
    OWN_EYES_AND_MANAGER;

    /** As it stands in the database and in the keys of words. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static FiguresLevel of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
