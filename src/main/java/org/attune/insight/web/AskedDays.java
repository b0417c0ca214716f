package org.attune.insight.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import org.attune.insight.Period;
import org.jspecify.annotations.Nullable;

/**
 * Days somebody typed.
 *
 * @param period none where they are no period
 * @param problem key of what is wrong with them
 */
record AskedDays(@Nullable Period period, @Nullable String problem) {

    /** What a chart can still show, and nobody looks further back. */
    private static final int YEARS = 5;

    static AskedDays of(@Nullable String from, @Nullable String until, LocalDate today, ZoneId zone) {
        LocalDate first = day(from);
        LocalDate last = day(until);
        if (first == null || last == null) {
            return wrong("insight.period.no-day");
        }
        if (last.isBefore(first)) {
            return wrong("insight.period.backwards");
        }
        if (last.isAfter(today)) {
            return wrong("insight.period.not-yet");
        }
        return first.isBefore(last.minusYears(YEARS))
                ? wrong("insight.period.too-long")
                : new AskedDays(new Period(first, last, zone), null);
    }

    private static AskedDays wrong(String problem) {
        return new AskedDays(null, problem);
    }

    private static @Nullable LocalDate day(@Nullable String typed) {
        try {
            return typed == null ? null : LocalDate.parse(typed.strip());
        } catch (DateTimeException noDay) {
            return null;
        }
    }
}
