package org.attune.stages;

import java.util.Locale;

/**
 * What a stage is drawn in. A palette instead of any colour, because each of these keeps its contrast in light and in dark; and
 * never the only thing that says which stage it is.
 */
public enum Colour {
    ROSE,
    BRICK,
    CLAY,
    OCHRE,
    OLIVE,
    MOSS,
    PINE,
    TEAL,
    LAGOON,
    SKY,
    DENIM,
    INDIGO,
    VIOLET,
    PLUM,
    SLATE,
    STONE;

    /** How it is written in the database, in message keys and in style sheets. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Colour of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
