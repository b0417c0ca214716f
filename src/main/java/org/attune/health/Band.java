package org.attune.health;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How a relationship is doing, in a word. */
public enum Band {
    THRIVING,
    STEADY,
    COOLING,
    AT_RISK,
    UNKNOWN;

    private static final int THRIVES = 80;
    private static final int IS_STEADY = 60;
    private static final int COOLS = 40;

    /** @param score 0 to 100; none where too little is known */
    public static Band of(@Nullable Integer score) {
        if (score == null) {
            return UNKNOWN;
        }
        if (score >= THRIVES) {
            return THRIVING;
        }
        if (score >= IS_STEADY) {
            return STEADY;
        }
        return score >= COOLS ? COOLING : AT_RISK;
    }

    /** As it stands in the database, and at the end of keys of words. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Of its word. */
    public String key() {
        return "health.band." + code();
    }

    public static Band ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
