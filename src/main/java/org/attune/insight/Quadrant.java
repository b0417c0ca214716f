package org.attune.insight;

/** Where a relationship stands between being healthy and buying. */
public enum Quadrant {
    HEALTHY_SELLING("healthy-selling"),
    HEALTHY("healthy"),
    SELLING("selling"),
    NEITHER("neither"),
    UNKNOWN("unknown");

    private static final String HEALTHY_FROM = "steady";

    private final String code;

    Quadrant(String code) {
        this.code = code;
    }

    /** As addresses and keys of words have it. */
    public String code() {
        return code;
    }

    /**
     * @param band thriving and steady are healthy; where too little is known nothing is said about it
     * @param sold whether they signed something
     */
    static Quadrant of(String band, boolean sold) {
        if (!Bands.isKnown(band)) {
            return UNKNOWN;
        }
        if (Bands.rank(band) >= Bands.rank(HEALTHY_FROM)) {
            return sold ? HEALTHY_SELLING : HEALTHY;
        }
        return sold ? SELLING : NEITHER;
    }
}
