package org.attune.health;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A promise of ours and what became of it.
 *
 * @param known the day on which it was made
 */
record Promised(UUID id, LocalDate known, LocalDate firstDue, List<Outcome> outcomes) {

    /** @param to the new day of one that was moved */
    record Outcome(
            Instant at, LocalDate day, Kind kind, @Nullable LocalDate to) {}

    enum Kind {
        KEPT,
        MOVED,
        BROKEN,
        REOPENED
    }

    /**
     * How it stands with it.
     *
     * @param due the day it is due by now
     * @param settled kept or broken; none while it is open
     * @param settledOn the day of that
     * @param late the days it was late when it was moved or kept, and is today while it is open
     * @param overdue the days it is late today; none once it is settled
     */
    record Standing(
            LocalDate due, @Nullable Kind settled, @Nullable LocalDate settledOn, int late, int overdue) {}

    Promised {
        outcomes = outcomes.stream()
                .sorted(Comparator.comparing(Outcome::at).thenComparing(Outcome::kind))
                .toList();
    }

    Promised asOf(LocalDate end) {
        return new Promised(
                id,
                known,
                firstDue,
                outcomes.stream().filter(one -> !one.day().isAfter(end)).toList());
    }

    /** Moved before it is due is as good as kept by then; days of agreed silence make nothing late. */
    Standing standing(LocalDate today, Pace pace) {
        LocalDate due = firstDue;
        int moved = 0;
        Outcome settled = null;
        for (Outcome one : outcomes) {
            settled = one.kind() == Kind.KEPT || one.kind() == Kind.BROKEN ? one : null;
            if (one.to() != null) {
                moved += pace.countedDays(due, one.day());
                due = one.to();
            }
        }
        if (settled == null) {
            int overdue = pace.countedDays(due, today);
            return new Standing(due, null, null, moved + overdue, overdue);
        }
        return new Standing(due, settled.kind(), settled.day(), moved + pace.countedDays(due, settled.day()), 0);
    }
}
