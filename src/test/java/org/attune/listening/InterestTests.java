package org.attune.listening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The formula of interest, part by part, at its ends and in between. */
class InterestTests {

    @ParameterizedTest
    @CsvSource({"0, 100, 0", "31, 69, 0", "46, 54, 50", "61, 39, 100", "90, 10, 100", "100, 0, 100"})
    void roomGivenIsTheirWordsOfAllWordsWithoutABonusAbove(int theirs, int ours, double worth) {
        assertThat(part(Part.ROOM, counts().words(ours, theirs))).isCloseTo(worth, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "3, 50", "6, 100", "10, 100"})
    void askedIsTheShareOfOurGoesWithAQuestion(int asking, double worth) {
        assertThat(part(Part.ASKED, counts().asking(asking, 0))).isCloseTo(worth, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"5, 5, 100", "5, 0, 0", "0, 5, 0", "6, 2, 50", "2, 6, 50"})
    void bothAskedIsHowNearTheOneIsToTheOther(int ours, int theirs, double worth) {
        assertThat(part(Part.BOTH_ASKED, counts().asking(ours, theirs))).isCloseTo(worth, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"100, 0, 0", "100, 33, 0", "200, 133, 50", "4, 4, 100"})
    void answeredIsTheShareOfTheirQuestionsThatOurNextGoTakesUp(int questions, int takenUp, double worth) {
        assertThat(part(Part.ANSWERED, counts().questions(questions, takenUp))).isCloseTo(worth, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "2, 50", "4, 100", "10, 100"})
    void acknowledgedIsTheShareOfOurReplies(int acknowledged, double worth) {
        assertThat(part(Part.ACKNOWLEDGED, counts().confirmed(acknowledged, 0))).isCloseTo(worth, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"0, 100", "1, 60", "2, 20", "3, 0", "30, 0"})
    void noPressureFallsWithEachPush(int pushes, double worth) {
        assertThat(part(Part.NO_PRESSURE, counts().confirmed(0, pushes))).isCloseTo(worth, within(1e-9));
    }

    @Test
    void whatNobodyConfirmedCountsNeitherForNorAgainst() {
        Counts counts = counts().confirmed(4, 4).please();
        assertThat(Interest.of(counts, false).parts()).doesNotContainKeys(Part.ACKNOWLEDGED, Part.NO_PRESSURE);
        assertThat(Interest.of(counts, true).parts()).containsKeys(Part.ACKNOWLEDGED, Part.NO_PRESSURE);
    }

    @Test
    void partsThatCannotBeComputedAreLeftOutAndNotZero() {
        Counts silence = new Counts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        assertThat(Interest.of(silence, true).parts()).isEmpty();
        assertThat(Interest.of(silence, true).score()).isEmpty();

        Counts nobodyAsked = counts().words(40, 60).please();
        assertThat(Interest.of(nobodyAsked, false).parts()).containsOnlyKeys(Part.ROOM, Part.ASKED);
    }

    @Test
    void theWholeIsTheMeanOfItsParts() {
        Counts counts = counts().words(54, 46)
                .asking(3, 3)
                .questions(3, 3)
                .confirmed(1, 1)
                .please();
        Interest interest = Interest.of(counts, true);
        assertThat(interest.parts()).hasSize(6);
        assertThat(interest.score().orElseThrow()).isCloseTo((50 + 50 + 100 + 100 + 25 + 60) / 6.0, within(1e-9));
    }

    static Stream<Counts> whateverIsCounted() {
        return Stream.of(0, 1, 3, 10).flatMap(asking -> Stream.of(0, 1, 500).map(words -> counts().words(words, 7)
                .asking(asking, 10 - asking)
                .questions(10 - asking, (10 - asking) / 2)
                .confirmed(asking, asking)
                .please()));
    }

    @ParameterizedTest
    @MethodSource("whateverIsCounted")
    void noPartAndNoWholeLeavesNoughtToAHundred(Counts counts) {
        Interest interest = Interest.of(counts, true);
        assertThat(interest.parts().values())
                .allSatisfy(worth -> assertThat(worth).isBetween(0.0, 100.0));
        assertThat(interest.score().orElseThrow()).isBetween(0.0, 100.0);
    }

    @Test
    void fourGoesOfEachSideAreEnoughAndThreeOfOneAreNot() {
        assertThat(new Counts(4, 4, 9, 9, 0, 0, 0, 0, 4, 0, 0, 0, 0, 3).areEnough())
                .isTrue();
        assertThat(new Counts(3, 4, 9, 9, 0, 0, 0, 0, 3, 0, 0, 0, 0, 3).areEnough())
                .isFalse();
        assertThat(new Counts(4, 3, 9, 9, 0, 0, 0, 0, 3, 0, 0, 0, 0, 3).areEnough())
                .isFalse();
    }

    @Test
    void theRangeOfTenIsTheMeanLessAndMoreWhatChanceMayDo() {
        Range range = Range.of(List.of(40.0, 50.0, 60.0, 50.0, 40.0, 60.0, 50.0, 50.0, 40.0, 60.0));
        assertThat(range.mean()).isCloseTo(50, within(1e-9));
        // squares 600, over nine 66.67, over ten 6.667, root 2.582, times 2.262
        assertThat(range.low()).isCloseTo(50 - 5.8405, within(1e-3));
        assertThat(range.high()).isCloseTo(50 + 5.8405, within(1e-3));
        Range wide = Range.of(List.of(0.0, 100.0, 0.0, 100.0, 0.0, 100.0, 100.0, 100.0, 100.0, 100.0));
        assertThat(wide.high()).isEqualTo(100);
    }

    private static double part(Part part, Some some) {
        return Objects.requireNonNull(Interest.of(some.please(), true).parts().get(part));
    }

    private static Some counts() {
        return new Some();
    }

    /** Ten goes of each side, of which nothing is known yet. */
    private static final class Some {
        private int ourWords = 50;
        private int theirWords = 50;
        private int ourAsking;
        private int theirAsking;
        private int questions;
        private int takenUp;
        private int acknowledged;
        private int pushes;

        Some words(int ours, int theirs) {
            ourWords = ours;
            theirWords = theirs;
            return this;
        }

        Some asking(int ours, int theirs) {
            ourAsking = ours;
            theirAsking = theirs;
            return this;
        }

        Some questions(int asked, int answered) {
            questions = asked;
            takenUp = answered;
            return this;
        }

        Some confirmed(int acknowledgements, int pushed) {
            acknowledged = acknowledgements;
            pushes = pushed;
            return this;
        }

        Counts please() {
            return new Counts(
                    10,
                    10,
                    ourWords,
                    theirWords,
                    ourAsking,
                    theirAsking,
                    questions,
                    takenUp,
                    10,
                    acknowledged,
                    pushes,
                    0,
                    0,
                    20);
        }
    }
}
