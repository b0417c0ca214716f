package org.attune.nurture;

import java.util.Locale;

/** The four ways on after a conversation or a decision. */
public enum Way {
    /** Sales: there is something to find out together. */
    KEEP_TALKING,
    /** Marketing: nothing to sell now, and still worth knowing each other. */
    KEEP_IN_TOUCH,
    /** Ask again on a day; until then, peace. */
    NOT_NOW,
    /** Enough, at their wish or ours. */
    STOP;

    /** How it is written in the database and in message keys. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Way of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
