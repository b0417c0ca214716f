package org.attune.offers;

import java.util.Locale;

/** What they decided. A no is a good outcome, too. */
public enum DecisionKind {
    YES,
    NO,
    NOT_NOW;

    /** Whether it answers the question for good. */
    public boolean isClear() {
        return this != NOT_NOW;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static DecisionKind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
