package org.attune.health;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody said how it is with us: three answers from 1 to 4.
 *
 * @param day on which they answered, and on which it was known
 * @param sum of the three, 3 to 12
 */
record Pulsed(UUID id, LocalDate day, int sum) {

    /** By how much it moves health at the most, up or down. */
    static final int MOST = 10;

    private static final int LEAST_SUM = 3;
    private static final int MOST_SUM = 12;

    /** It counts less each day and after a year no more: no cliff, and no old word that is held against anybody for good. */
    private static final int FADES = 365;

    Pulsed {
        if (sum < LEAST_SUM || sum > MOST_SUM) {
            throw new IllegalArgumentException("three answers sum to 3 to 12, not " + sum);
        }
    }

    /** The last answer alone counts; none where there was none, or it has faded. */
    static @Nullable PulseShift shift(Known known, LocalDate day, int score) {
        return known.pulses().stream()
                .max(Comparator.comparing(Pulsed::day).thenComparing(Pulsed::id))
                .filter(last -> last.day().plusDays(FADES).isAfter(day))
                .map(last -> new PulseShift(last.day(), last.within(score, last.on(day))))
                .orElse(null);
    }

    /** In the middle between least and most it moves nothing. */
    private int on(LocalDate day) {
        long left = FADES - Math.max(0, ChronoUnit.DAYS.between(this.day, day));
        long twice = 2L * sum - LEAST_SUM - MOST_SUM; // -9 to 9
        long whole = (long) MOST * twice * left;
        long of = (long) (MOST_SUM - LEAST_SUM) * FADES;
        return Math.toIntExact(Math.round((double) whole / of));
    }

    /** Health is 0 to 100, whatever moves it. */
    private int within(int score, int points) {
        return Math.min(100, Math.max(0, score + points)) - score;
    }
}
