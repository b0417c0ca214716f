package org.attune.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.attune.access.TeamId;
import org.attune.platform.Ids;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SpreadScopeTests {

    private static final TeamId NORTH = new TeamId(Ids.next());
    private static final TeamId SOUTH = new TeamId(Ids.next());
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @Test
    void aWholeTeamIsTold() {
        assertThat(SpreadScope.of(List.of(NORTH), null, false)).isEqualTo(new SpreadScope(NORTH, null));
        assertThat(SpreadScope.of(List.of(NORTH, SOUTH), SOUTH, false)).isEqualTo(new SpreadScope(SOUTH, null));
    }

    @Test
    void severalTogetherAreNotBecauseTheyLessOneWouldBeTheOther() {
        assertThat(SpreadScope.of(List.of(NORTH, SOUTH), null, false)).isEqualTo(untold(Untold.WHICH_TEAM));
    }

    @Test
    void whatIsNarrowedIsNotHoweverManyPeopleAreLeft() {
        assertThat(SpreadScope.of(List.of(NORTH), null, true)).isEqualTo(untold(Untold.NARROWED));
        assertThat(SpreadScope.of(List.of(NORTH, SOUTH), NORTH, true)).isEqualTo(untold(Untold.NARROWED));
    }

    @Test
    void whoeverLeadsNobodyIsToldOfNobody() {
        assertThat(SpreadScope.of(List.of(), null, false)).isEqualTo(untold(Untold.NO_TEAM));
        assertThat(SpreadScope.of(List.of(SOUTH), NORTH, false)).isEqualTo(untold(Untold.WHICH_TEAM));
    }

    @Test
    void ofAnyDaysTheMonthsAreWholeAndOver() {
        assertThat(months("2026-08-23", "2026-11-22", TODAY)).containsExactly(at(8), at(9), at(10));
        assertThat(months("2026-10-26", "2026-11-22", TODAY)).containsExactly(at(9), at(10));
        assertThat(months("2026-10-15", "2026-10-15", TODAY)).containsExactly(at(8), at(9));
        assertThat(months("2026-10-01", "2026-10-31", TODAY)).containsExactly(at(9), at(10));
        assertThat(months("2026-10-01", "2026-10-30", TODAY)).containsExactly(at(8), at(9));
    }

    @Test
    void aMonthIsToldAWeekAfterItWasOver() {
        assertThat(months("2026-09-01", "2026-11-07", LocalDate.of(2026, 11, 7)))
                .containsExactly(at(8), at(9));
        assertThat(months("2026-09-01", "2026-11-08", LocalDate.of(2026, 11, 8)))
                .containsExactly(at(9), at(10));
    }

    private static List<YearMonth> months(String first, String last, LocalDate today) {
        return SpreadScope.months(LocalDate.parse(first), LocalDate.parse(last), today);
    }

    private static YearMonth at(int month) {
        return YearMonth.of(2026, month);
    }

    private static SpreadScope untold(@Nullable Untold why) {
        return new SpreadScope(null, why);
    }
}
