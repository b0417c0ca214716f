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
    private static final int ABOVE_ALL = 101;

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

    /** The least a score of this band can be; one that is not known counts as above all others. */
    public int worst() {
        return switch (this) {
            case THRIVING -> THRIVES;
            case STEADY -> IS_STEADY;
            case COOLING -> COOLS;
            case AT_RISK -> 0;
            case UNKNOWN -> ABOVE_ALL;
        };
    }

    /** The most it can be. */
    public int best() {
        return switch (this) {
            case THRIVING -> ABOVE_ALL - 1;
            case STEADY -> THRIVES - 1;
            case COOLING -> IS_STEADY - 1;
            case AT_RISK -> COOLS - 1;
            case UNKNOWN -> ABOVE_ALL;
        };
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
