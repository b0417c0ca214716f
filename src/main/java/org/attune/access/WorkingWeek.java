package org.attune.access;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.attune.platform.RuleRefused;

/**
 * On which days the organisation works, and with which day its week begins.
 *
 * @param days at least one
 */
public record WorkingWeek(DayOfWeek firstDay, Set<DayOfWeek> days) {

    public static final WorkingWeek USUAL =
            new WorkingWeek(DayOfWeek.MONDAY, EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY));

    /** @throws RuleRefused where nobody would ever work */
    public WorkingWeek {
        if (days.isEmpty()) {
            throw new RuleRefused("access.week.never", "workingDays");
        }
        days = Set.copyOf(days);
    }

    public static WorkingWeek of(DayOfWeek firstDay, Collection<DayOfWeek> days) {
        return new WorkingWeek(firstDay, Set.copyOf(days));
    }

    /** All seven, in the order of this organisation's week. */
    public List<DayOfWeek> inOrder() {
        return IntStream.range(0, 7).mapToObj(firstDay::plus).toList();
    }

    /** Those on which is worked, in the order of this organisation's week. */
    public List<DayOfWeek> worked() {
        return inOrder().stream().filter(days::contains).toList();
    }

    public boolean isWorked(LocalDate day) {
        return days.contains(day.getDayOfWeek());
    }

    /** The day itself where it is worked on, otherwise the next that is. */
    public LocalDate onOrAfter(LocalDate day) {
        LocalDate worked = day;
        while (!isWorked(worked)) {
            worked = worked.plusDays(1);
        }
        return worked;
    }

    /** The next working day: never the day itself. */
    public LocalDate after(LocalDate day) {
        return onOrAfter(day.plusDays(1));
    }

    /** The first working day of the week after that of this day. */
    public LocalDate nextWeek(LocalDate day) {
        return onOrAfter(day.with(TemporalAdjusters.next(firstDay)));
    }

    /** Days to suggest for what is to be done soon: the next working day, the first of next week, the one two weeks from now. */
    public List<LocalDate> suggestedAfter(LocalDate today) {
        return Stream.of(after(today), nextWeek(today), onOrAfter(today.plusWeeks(2)))
                .distinct()
                .sorted()
                .toList();
    }
}
