package org.attune.needs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import org.attune.access.TeamId;
import org.attune.access.UserId;
import org.attune.platform.Ids;
import org.attune.platform.RuleRefused;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class NeedTests {

    private static final UserId MAYA = new UserId(Ids.next());
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    private final Need need = Need.noted(
            new NeedId(Ids.next()), NeedKind.PROBLEM, " Surcharges go unbilled ", MAYA, new TeamId(Ids.next()), NOW);

    @Test
    void beginsAsHeard() {
        assertThat(need.state()).isEqualTo(NeedState.HEARD);
        assertThat(need.title()).isEqualTo("Surcharges go unbilled");
    }

    @ParameterizedTest
    @CsvSource({
        "false, , HEARD",
        "true, , EXPLORED",
        "false, YES, CONFIRMED",
        "true, YES, CONFIRMED",
        "true, NOT_QUITE, EXPLORED",
        "false, NOT_QUITE, HEARD"
    })
    void standsWhereItsEvidencePutsIt(boolean explored, @Nullable Verdict last, NeedState state) {
        need.standAt(explored, last);

        assertThat(need.state()).isEqualTo(state);
    }

    @Test
    void isReopenedByNotQuite() {
        need.standAt(true, Verdict.YES);

        assertThat(need.standAt(true, Verdict.NOT_QUITE))
                .contains(new NeedChange(NeedState.CONFIRMED, NeedState.EXPLORED, null));
    }

    @Test
    void saysNothingWhereNothingChanged() {
        assertThat(need.standAt(false, null)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Ending.class)
    void endsAndNoEvidenceMovesItAnyMore(Ending how) {
        NeedChange change = need.end(how, " They hire somebody ", MAYA, NOW);

        assertThat(change).isEqualTo(new NeedChange(NeedState.HEARD, how.state(), "They hire somebody"));
        assertThat(need.standAt(true, Verdict.YES)).isEmpty();
        assertThat(need.state()).isEqualTo(how.state());
    }

    @ParameterizedTest
    @EnumSource(
            value = Ending.class,
            names = {"NOT_FOR_THEM", "NOT_FOR_US"})
    void saysWhyItIsNotAFit(Ending how) {
        assertThatExceptionOfType(RuleRefused.class)
                .isThrownBy(() -> need.end(how, "  ", MAYA, NOW))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo("why"));
        assertThat(need.state()).isEqualTo(NeedState.HEARD);
    }

    @Test
    void endsOnlyOnce() {
        need.end(Ending.DROPPED, null, MAYA, NOW);

        assertThatExceptionOfType(RuleRefused.class).isThrownBy(() -> need.end(Ending.SOLVED, null, MAYA, NOW));
    }

    @Test
    void isTakenUpAgainWhereItsEvidencePutsIt() {
        need.end(Ending.NOT_FOR_US, "Too small for us", MAYA, NOW);

        assertThat(need.reopen(true, Verdict.YES))
                .isEqualTo(new NeedChange(NeedState.NOT_A_FIT, NeedState.CONFIRMED, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   "})
    void hasATitle(String title) {
        assertThatExceptionOfType(RuleRefused.class).isThrownBy(() -> need.reword(title, NeedKind.PROBLEM));
    }

    @ParameterizedTest
    @CsvSource({
        "HEARD, true, true, EXPLORING",
        "EXPLORED, true, true, EXPLORING",
        "CONFIRMED, false, false, WEIGHING",
        "CONFIRMED, true, false, WEIGHING",
        "CONFIRMED, false, true, WEIGHING",
        "CONFIRMED, true, true, DECIDING"
    })
    void hasItsPlaceOnThePath(NeedState state, boolean cost, boolean solution, Place place) {
        assertThat(Place.of(state, cost, solution)).isEqualTo(place);
    }
}
