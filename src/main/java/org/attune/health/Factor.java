package org.attune.health;

import java.util.Locale;

/** What the health of a relationship is made of, in the order it is shown, each with its usual weight. Those sum to 100. */
public enum Factor {
    RHYTHM(25),
    BALANCE(20),
    FOLLOW_THROUGH(20),
    PROMISES(15),
    NEEDS(10),
    RECIPROCITY(10);

    private final int usual;

    Factor(int usual) {
        this.usual = usual;
    }

    public int usual() {
        return usual;
    }

    /** At most half of the usual weight less, in whole numbers. */
    public int least() {
        return (usual + 1) / 2;
    }

    /** At most half of the usual weight more, in whole numbers. */
    public int most() {
        return usual + usual / 2;
    }

    /** As its column in the database is called, and the end of keys of words. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Of its word. */
    public String key() {
        return "health.factor." + code();
    }

    static Factor ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
