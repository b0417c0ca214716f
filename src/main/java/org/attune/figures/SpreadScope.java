package org.attune.figures;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.attune.access.TeamId;
import org.jspecify.annotations.Nullable;

/**
 * What a spread is told of: one whole team, and whole months that have been over for a week. Whoever could cut finer would subtract one
 * spread from another and see one person. Queries start from {@code spread_conversation} in the database, which holds the same.
 *
 * @param team none where nothing is told
 * @param why none where something is told
 */
public record SpreadScope(@Nullable TeamId team, @Nullable Untold why) {

    /** What was written down late is there by then; who looks every evening does not see whose it was. */
    private static final int DAYS_FOR_LATE_ONES = 7;

    /**
     * @param led the teams of whoever looks
     * @param asked one of them
     * @param narrowed to less than that
     */
    public static SpreadScope of(List<TeamId> led, @Nullable TeamId asked, boolean narrowed) {
        if (led.isEmpty()) {
            return new SpreadScope(null, Untold.NO_TEAM);
        }
        if (narrowed) {
            return new SpreadScope(null, Untold.NARROWED);
        }
        TeamId team = asked == null && led.size() == 1 ? led.get(0) : asked;
        return team == null || !led.contains(team)
                ? new SpreadScope(null, Untold.WHICH_TEAM)
                : new SpreadScope(team, null);
    }

    /** From the month of the first day to that of the last, as far as they are over; always the last one there is and the one before. */
    public static List<YearMonth> months(LocalDate first, LocalDate last, LocalDate today) {
        YearMonth over = YearMonth.from(today.minusDays(DAYS_FOR_LATE_ONES)).minusMonths(1);
        YearMonth ends = last.equals(YearMonth.from(last).atEndOfMonth())
                ? YearMonth.from(last)
                : YearMonth.from(last).minusMonths(1);
        YearMonth newest = ends.isAfter(over) ? over : ends;
        YearMonth begins = YearMonth.from(first);
        YearMonth oldest = begins.isBefore(newest.minusMonths(1)) ? begins : newest.minusMonths(1);
        return Stream.iterate(oldest, month -> !month.isAfter(newest), month -> month.plusMonths(1))
                .toList();
    }
}
