package org.attune.stages;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the rhythm with somebody stands, with its reason: a message key and what it names.
 *
 * @param days since they were last heard; -1 if never
 * @param day when it is time again, or until when silence was agreed
 */
public record RhythmState(Due due, long days, @Nullable LocalDate day, String reasonKey, List<Object> reasonArguments) {

    private static final int WEEK = 7;

    /** From quiet to pressing. */
    public enum Due {
        /** Silence was agreed: nothing nags. */
        IN_PEACE,
        /** Nobody has heard them yet, so there is no rhythm to keep. */
        NEVER_SPOKEN,
        /** Within the ideal interval. */
        WITHIN,
        /** The ideal interval is over. */
        TIME,
        /** The longest interval is over too. */
        OVERDUE
    }

    public RhythmState {
        reasonArguments = List.copyOf(reasonArguments);
    }

    /** Whether it is time to listen to them again. */
    public boolean isTime() {
        return due == Due.TIME || due == Due.OVERDUE;
    }

    static RhythmState inPeace(LocalDate until) {
        return new RhythmState(Due.IN_PEACE, -1, until, "stages.rhythm.in-peace", List.of());
    }

    static RhythmState neverSpoken() {
        return new RhythmState(Due.NEVER_SPOKEN, -1, null, "stages.rhythm.never-spoken", List.of());
    }

    /** Weeks where both intervals are whole weeks or long enough to be told in weeks, else days. */
    static RhythmState spoken(Due due, Rhythm rhythm, long days, LocalDate listenBy) {
        boolean inWeeks = rhythm.idealDays() % WEEK == 0 && (due == Due.WITHIN || days >= rhythm.idealDays() + WEEK);
        long unit = inWeeks ? WEEK : 1;
        String word = due == Due.WITHIN ? "within" : due == Due.TIME ? "time" : "overdue";
        return new RhythmState(
                due,
                days,
                listenBy,
                "stages.rhythm." + word + (inWeeks ? ".weeks" : ".days"),
                List.of(rhythm.idealDays() / unit, days / unit, rhythm.longestDays()));
    }
}
