package org.attune.insight;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of the promises that were due in a period, ours and theirs.
 *
 * @param overdueUs how many of ours are overdue today, whenever they were due
 * @param steps how it went over the period
 */
public record PromiseBoard(
        Kept us, Kept them, Kept usBefore, Kept themBefore, long overdueUs, long overdueThem, List<Step> steps) {

    public PromiseBoard {
        steps = List.copyOf(steps);
    }

    /** Whether there is nothing to show, neither in the period nor before. */
    public boolean isEmpty() {
        return us.due() + them.due() + usBefore.due() + themBefore.due() + overdueUs + overdueThem == 0;
    }

    /**
     * One week or month.
     *
     * @param until its last day
     */
    public record Step(LocalDate from, LocalDate until, Kept us, Kept them) {}

    /**
     * Every promise that was due stands in exactly one of the first five.
     *
     * @param open its day is still to come
     * @param moved of all of them, those now due on another day than they were first promised for
     */
    public record Kept(long inTime, long late, long broken, long overdue, long open, long moved) {

        static final Kept NONE = new Kept(0, 0, 0, 0, 0, 0);

        public long due() {
            return known() + open;
        }

        /** Those of which it is known what became of them; those kept are among them even where their day is still to come. */
        public long known() {
            return inTime + late + broken + overdue;
        }

        /** How many in a hundred of those were kept in time; none where there are none. */
        public @Nullable Long inTimeOfHundred() {
            return known() == 0 ? null : Math.round(100.0 * inTime / known());
        }

        Kept and(Kept more) {
            return new Kept(
                    inTime + more.inTime,
                    late + more.late,
                    broken + more.broken,
                    overdue + more.overdue,
                    open + more.open,
                    moved + more.moved);
        }
    }
}
