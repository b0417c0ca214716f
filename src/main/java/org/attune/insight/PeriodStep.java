package org.attune.insight;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/** How finely something is drawn over a period: by week where it is short, otherwise by month. The first and the last may be cut. */
public enum PeriodStep {
    WEEK,
    MONTH;

    private static final int SHORT = 70;

    public static PeriodStep of(Period period) {
        return period.days() <= SHORT ? WEEK : MONTH;
    }

    /** As {@code date_trunc} names it. */
    String word() {
        return this == WEEK ? "week" : "month";
    }

    /** On which days a step begins, from the first day of the period on. */
    List<LocalDate> starts(Period period) {
        List<LocalDate> starts = new ArrayList<>();
        for (LocalDate start = period.from(); !start.isAfter(period.until()); start = next(start)) {
            starts.add(start);
        }
        return starts;
    }

    /** The last day of the step that begins on this day. */
    LocalDate last(LocalDate start, Period period) {
        LocalDate last = next(start).minusDays(1);
        return last.isAfter(period.until()) ? period.until() : last;
    }

    private LocalDate next(LocalDate start) {
        return this == WEEK
                ? start.with(TemporalAdjusters.next(DayOfWeek.MONDAY))
                : start.with(TemporalAdjusters.firstDayOfNextMonth());
    }
}
