package org.attune.voice;

/**
 * Whether a theme is heard more or less often than before, compared with everything that was heard: where more was written down
 * in all, not every theme rises. See decision 0036.
 */
public enum Movement {
    NEW,
    RISING,
    STEADY,
    FADING,
    TOO_FEW;

    /** Fewer than that, as the share of all would make it, say nothing. */
    private static final double ENOUGH = 5;

    /** One in twenty would differ as much by chance. */
    private static final double BEYOND_CHANCE = 1.96;

    /**
     * @param now how often in these days
     * @param before how often in as many days before
     * @param allNow everything with a theme in these days
     * @param allBefore everything with a theme in the days before
     */
    public static Movement of(long now, long before, long allNow, long allBefore) {
        double all = (double) allNow + allBefore;
        double share = all == 0 ? 0 : allNow / all;
        double expected = (now + before) * share;
        double expectedBefore = (now + before) * (1 - share);
        if (expected < ENOUGH || expectedBefore < ENOUGH) {
            return TOO_FEW;
        }
        double z = (now - expected) / Math.sqrt(expected * (1 - share));
        if (z >= BEYOND_CHANCE) {
            return before == 0 ? NEW : RISING;
        }
        return z <= -BEYOND_CHANCE ? FADING : STEADY;
    }

    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
