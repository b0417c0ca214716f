package org.attune.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.attune.health.NextMove.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What would help follows from what a relationship loses most by. */
class SituationTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    @Test
    void whatLosesMostComesFirstAndTwoAreEnough() {
        Lost lost = new Lost(0, 300, 900, 1500, 200, 0);
        assertThat(moves(lost, Kind.MEET, Kind.LISTEN, Kind.PICK_UP, Kind.KEEP_PROMISE))
                .containsExactly(Kind.KEEP_PROMISE, Kind.PICK_UP);
    }

    @Test
    void whereNothingIsKnownTheOrderOfTheKindsDecides() {
        assertThat(moves(Lost.NOTHING, Kind.MEET, Kind.PICK_UP, Kind.ANSWER))
                .containsExactly(Kind.ANSWER, Kind.PICK_UP);
    }

    @Test
    void eachKindGoesByTheFactorItGivesBackTo() {
        assertThat(moves(new Lost(2500, 0, 100, 0, 0, 0), Kind.PICK_UP, Kind.HEAR))
                .containsExactly(Kind.HEAR, Kind.PICK_UP);
        assertThat(moves(new Lost(0, 900, 0, 0, 0, 0), Kind.MEET, Kind.LISTEN)).containsExactly(Kind.LISTEN, Kind.MEET);
        assertThat(moves(new Lost(0, 0, 0, 0, 600, 0), Kind.LISTEN, Kind.MEET)).containsExactly(Kind.MEET, Kind.LISTEN);
        assertThat(moves(new Lost(0, 0, 0, 0, 0, 400), Kind.MEET, Kind.ASK_KINDLY))
                .containsExactly(Kind.ASK_KINDLY, Kind.MEET);
    }

    @Test
    void agreedSilenceGoesBeforeEverythingUntilItsDay() {
        Situation quiet = situation(TODAY.plusDays(1), false, new Lost(2500, 0, 0, 1500, 0, 0), Kind.KEEP_PROMISE);
        assertThat(quiet.moves(TODAY)).containsExactly(NextMove.until(TODAY.plusDays(1)));
        assertThat(quiet.moves(TODAY.plusDays(1)).get(0).kind()).isEqualTo(Kind.KEEP_PROMISE);
    }

    @Test
    void whereNothingIsOpenItIsLeftAlone() {
        assertThat(moves(new Lost(0, 900, 900, 0, 0, 900))).containsExactly(Kind.NOTHING);
    }

    @Test
    void whoeverIsPartedOrPutAwayIsOwedWhatWasPromisedAndAskedAndNothingMore() {
        Situation over =
                situation(null, true, new Lost(2500, 0, 0, 0, 0, 0), Kind.HEAR, Kind.KEEP_PROMISE, Kind.ASK_KINDLY);
        assertThat(over.moves(TODAY)).extracting(NextMove::kind).containsExactly(Kind.KEEP_PROMISE);
        assertThat(situation(null, true, Lost.NOTHING, Kind.HEAR).moves(TODAY))
                .extracting(NextMove::kind)
                .containsExactly(Kind.NOTHING);
    }

    @Test
    void whoeverIsNotToHearFromUsIsSuggestedForNothingNotEvenWhatIsOwed() {
        List<NextMove> owed = List.of(
                new NextMove(Kind.KEEP_PROMISE, "the list", null, TODAY, null),
                new NextMove(Kind.ANSWER, "Which of these?", "VERBATIM", TODAY, null));
        Situation stopped = new Situation(true, TODAY.plusDays(9), false, new Lost(2500, 0, 900, 1500, 0, 0), owed);
        assertThat(stopped.moves(TODAY)).extracting(NextMove::kind).containsExactly(Kind.LEAVE_ALONE);
    }

    private static List<Kind> moves(Lost lost, Kind... open) {
        return situation(null, false, lost, open).moves(TODAY).stream()
                .map(NextMove::kind)
                .toList();
    }

    private static Situation situation(@Nullable LocalDate silentUntil, boolean ended, Lost lost, Kind... open) {
        return new Situation(
                false,
                silentUntil,
                ended,
                lost,
                Stream.of(open)
                        .map(kind -> new NextMove(kind, null, null, TODAY, null))
                        .toList());
    }
}
