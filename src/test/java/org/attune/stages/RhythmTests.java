package org.attune.stages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.attune.stages.RhythmState.Due;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RhythmTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 30);
    private static final Rhythm FORTNIGHT = new Rhythm(14, 30);

    @ParameterizedTest
    @CsvSource({"0, WITHIN", "13, WITHIN", "14, TIME", "30, TIME", "31, OVERDUE", "400, OVERDUE"})
    void asksForAWordAfterTheIdealIntervalAndInsistsAfterTheLongest(int daysAgo, Due due) {
        assertThat(FORTNIGHT.on(TODAY, TODAY.minusDays(daysAgo), null).due()).isEqualTo(due);
    }

    @Test
    void leavesThemInPeaceUntilTheAgreedDayHoweverLongAgoItWas() {
        LocalDate longAgo = TODAY.minusYears(2);

        assertThat(FORTNIGHT.on(TODAY, longAgo, TODAY.plusDays(1)).due()).isEqualTo(Due.IN_PEACE);
        assertThat(FORTNIGHT.on(TODAY, longAgo, TODAY).due()).isEqualTo(Due.OVERDUE);
        assertThat(FORTNIGHT.on(TODAY, longAgo, TODAY.minusDays(1)).due()).isEqualTo(Due.OVERDUE);
    }

    @Test
    void keepsNoRhythmWithSomebodyNobodyHasHeard() {
        RhythmState state = FORTNIGHT.on(TODAY, null, null);

        assertThat(state.due()).isEqualTo(Due.NEVER_SPOKEN);
        assertThat(state.isTime()).isFalse();
    }

    @Test
    void countsAConversationThatIsLoggedAheadAsToday() {
        assertThat(FORTNIGHT.on(TODAY, TODAY.plusDays(3), null).days()).isZero();
    }

    @Test
    void saysInWeeksWhatWasAgreedInWeeks() {
        assertThat(FORTNIGHT.on(TODAY, TODAY.minusDays(22), null).reasonKey()).isEqualTo("stages.rhythm.time.weeks");
        assertThat(FORTNIGHT.on(TODAY, TODAY.minusDays(22), null).reasonArguments())
                .startsWith(2L, 3L);
        assertThat(FORTNIGHT.on(TODAY, TODAY.minusDays(15), null).reasonKey()).isEqualTo("stages.rhythm.time.days");
        assertThat(new Rhythm(10, 20).on(TODAY, TODAY.minusDays(30), null).reasonKey())
                .isEqualTo("stages.rhythm.overdue.days");
    }

    @Test
    void prefersTheirOwnRhythmToThatOfTheStage() {
        assertThat(Rhythm.of(7, 10, 30, 90)).contains(new Rhythm(7, 10));
        assertThat(Rhythm.of(null, null, 30, 90)).contains(new Rhythm(30, 90));
        assertThat(Rhythm.of(null, null, null, null)).isEmpty();
    }

    @Test
    void cannotBeLongerIdeallyThanAtTheLongest() {
        assertThatThrownBy(() -> new Rhythm(30, 14)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Rhythm(0, 14)).isInstanceOf(IllegalArgumentException.class);
    }
}
