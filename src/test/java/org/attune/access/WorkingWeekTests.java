package org.attune.access;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.Set;
import org.attune.platform.RuleRefused;
import org.junit.jupiter.api.Test;

class WorkingWeekTests {

    private static final LocalDate THURSDAY_19 = LocalDate.of(2026, 11, 19);
    private static final LocalDate FRIDAY_20 = LocalDate.of(2026, 11, 20);
    private static final LocalDate SUNDAY_22 = LocalDate.of(2026, 11, 22);
    private static final LocalDate MONDAY_23 = LocalDate.of(2026, 11, 23);

    private final WorkingWeek inTelAviv = new WorkingWeek(SUNDAY, Set.of(SUNDAY, MONDAY, TUESDAY, WEDNESDAY, THURSDAY));

    @Test
    void afterFridayComesMonday() {
        assertThat(WorkingWeek.USUAL.after(THURSDAY_19)).isEqualTo(FRIDAY_20);
        assertThat(WorkingWeek.USUAL.after(FRIDAY_20)).isEqualTo(MONDAY_23);
        assertThat(WorkingWeek.USUAL.after(SUNDAY_22)).isEqualTo(MONDAY_23);
    }

    @Test
    void elsewhereAfterThursdayComesSunday() {
        assertThat(inTelAviv.after(THURSDAY_19)).isEqualTo(SUNDAY_22);
        assertThat(inTelAviv.isWorked(FRIDAY_20)).isFalse();
    }

    @Test
    void aWorkingDayStaysWhereItIs() {
        assertThat(WorkingWeek.USUAL.onOrAfter(FRIDAY_20)).isEqualTo(FRIDAY_20);
        assertThat(WorkingWeek.USUAL.onOrAfter(SUNDAY_22)).isEqualTo(MONDAY_23);
    }

    @Test
    void nextWeekBeginsWithItsFirstWorkingDay() {
        assertThat(WorkingWeek.USUAL.nextWeek(THURSDAY_19)).isEqualTo(MONDAY_23);
        assertThat(inTelAviv.nextWeek(THURSDAY_19)).isEqualTo(SUNDAY_22);
        assertThat(new WorkingWeek(SATURDAY, Set.of(MONDAY)).nextWeek(THURSDAY_19))
                .isEqualTo(MONDAY_23);
        assertThat(WorkingWeek.USUAL.nextWeek(MONDAY_23)).isEqualTo(MONDAY_23.plusWeeks(1));
    }

    @Test
    void whatIsSuggestedIsWorkedOn() {
        assertThat(WorkingWeek.USUAL.suggestedAfter(THURSDAY_19))
                .containsExactly(FRIDAY_20, MONDAY_23, LocalDate.of(2026, 12, 3));
        assertThat(WorkingWeek.USUAL.suggestedAfter(FRIDAY_20)).containsExactly(MONDAY_23, LocalDate.of(2026, 12, 4));
        assertThat(WorkingWeek.USUAL.suggestedAfter(SUNDAY_22)).containsExactly(MONDAY_23, LocalDate.of(2026, 12, 7));
        assertThat(inTelAviv.suggestedAfter(THURSDAY_19)).containsExactly(SUNDAY_22, LocalDate.of(2026, 12, 3));
    }

    @Test
    void itsDaysAreInItsOwnOrder() {
        assertThat(inTelAviv.worked()).containsExactly(SUNDAY, MONDAY, TUESDAY, WEDNESDAY, THURSDAY);
        assertThat(inTelAviv.inOrder()).startsWith(SUNDAY).endsWith(SATURDAY).hasSize(7);
        assertThat(WorkingWeek.USUAL.worked()).endsWith(FRIDAY);
    }

    @Test
    void somebodyHasToWorkSometime() {
        assertThatExceptionOfType(RuleRefused.class).isThrownBy(() -> new WorkingWeek(MONDAY, Set.of()));
    }
}
