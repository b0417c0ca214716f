package org.attune.insight;

import org.jspecify.annotations.Nullable;

/** Where a relationship stands between being healthy and buying. */
public enum Quadrant {
    HEALTHY_SELLING("healthy-selling"),
    HEALTHY("healthy"),
    SELLING("selling"),
    NEITHER("neither"),
    UNKNOWN("unknown");

    private static final int HEALTHY_FROM = 60;

    private final String code;

    Quadrant(String code) {
        this.code = code;
    }

    /** As addresses and keys of words have it. */
    public String code() {
        return code;
    }

    /**
     * @param score 0 to 100; none where too little is known, and then nothing is said about it
     * @param sold whether they signed something
     */
    static Quadrant of(@Nullable Integer score, boolean sold) {
        if (score == null) {
            return UNKNOWN;
        }
        if (score >= HEALTHY_FROM) {
            return sold ? HEALTHY_SELLING : HEALTHY;
        }
        return sold ? SELLING : NEITHER;
    }
}
