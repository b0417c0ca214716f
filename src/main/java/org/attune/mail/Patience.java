package org.attune.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How often a letter is tried, and when again. */
public enum Patience {
    /** For what Attune writes: some two days. */
    TWO_DAYS(7),
    /** For somebody's own words, which are of no use days later. */
    MOST_OF_A_DAY(6);

    /** Longer than a mail server may take to answer each step. */
    private static final Duration AT_IT = Duration.ofMinutes(10);

    /** After each attempt; after the last there is none. */
    private static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(20),
            Duration.ofHours(1),
            Duration.ofHours(4),
            Duration.ofHours(12),
            Duration.ofHours(24));

    private final int pauses;

    Patience(int pauses) {
        this.pauses = pauses;
    }

    /** Until then one that was taken belongs to whoever took it, should they not be heard of again. */
    public static Instant atItUntil(Instant now) {
        return now.plus(AT_IT);
    }

    /**
     * When it is tried again; nothing where it is given up.
     *
     * @param attempts how often it was tried, this time included
     */
    public Optional<Instant> next(Handed handed, int attempts, Instant now) {
        return handed.isHopeless() || attempts > pauses
                ? Optional.empty()
                : Optional.of(now.plus(PAUSES.get(attempts - 1)));
    }
}
