package org.attune.stages;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How often we and they want to speak: ideally, and at the longest. Counted from the last two-way contact with any of us. */
public record Rhythm(int idealDays, int longestDays) {

    public Rhythm {
        if (idealDays < 1 || longestDays < idealDays) {
            throw new IllegalArgumentException("a rhythm of " + idealDays + " to " + longestDays + " days");
        }
    }

    /** Their own rhythm where one was agreed, else that of their stage, else none: then nothing is ever due. */
    public static Optional<Rhythm> of(
            @Nullable Integer ownIdeal,
            @Nullable Integer ownLongest,
            @Nullable Integer stageIdeal,
            @Nullable Integer stageLongest) {
        if (ownIdeal != null && ownLongest != null) {
            return Optional.of(new Rhythm(ownIdeal, ownLongest));
        }
        if (stageIdeal != null && stageLongest != null) {
            return Optional.of(new Rhythm(stageIdeal, stageLongest));
        }
        return Optional.empty();
    }

    /** The day from which on it is time to speak again. */
    public LocalDate listenBy(LocalDate lastTwoWay) {
        return lastTwoWay.plusDays(idealDays);
    }

    /**
     * How it stands today.
     *
     * @param lastTwoWay the day they were last heard, or none
     * @param silentUntil the day until which silence was agreed, or none; on that day it is over
     */
    public RhythmState on(LocalDate today, @Nullable LocalDate lastTwoWay, @Nullable LocalDate silentUntil) {
        if (silentUntil != null && today.isBefore(silentUntil)) {
            return RhythmState.inPeace(silentUntil);
        }
        if (lastTwoWay == null) {
            return RhythmState.neverSpoken();
        }
        long days = Math.max(0, ChronoUnit.DAYS.between(lastTwoWay, today));
        return RhythmState.spoken(due(days), this, days, listenBy(lastTwoWay));
    }

    private RhythmState.Due due(long days) {
        if (days < idealDays) {
            return RhythmState.Due.WITHIN;
        }
        return days <= longestDays ? RhythmState.Due.TIME : RhythmState.Due.OVERDUE;
    }
}
