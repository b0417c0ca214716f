package org.attune.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.attune.conversations.TalkedMore;
import org.attune.platform.RuleRefused;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each factor is worth, and why. */
class FactorTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Pace EVERY_TEN_DAYS = own(10, 30);

    private final List<Talk> talks = new ArrayList<>();
    private final List<Matter> matters = new ArrayList<>();
    private final List<Promised> promises = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();
    private final List<Introduced> introductions = new ArrayList<>();
    private Pace pace = EVERY_TEN_DAYS;

    @ParameterizedTest
    @CsvSource({"0, 100", "10, 100", "11, 98", "35, 50", "59, 2", "60, 0", "900, 0"})
    void rhythmIsWholeWithinTheIdealAndNothingAtTwiceTheLongest(int days, int worth) {
        heard(days);

        assertThat(value(Factor.RHYTHM)).isEqualTo(worth);
    }

    @Test
    void agreedSilenceStopsTheClockAndItGoesOnFromThereAfterwards() {
        heard(40);
        pace = silent(EVERY_TEN_DAYS, 30, 6);

        assertThat(value(Factor.RHYTHM)).as("10 days before, 5 after").isEqualTo(90);
        assertThat(health().parts().get(0).reasons()).singleElement().satisfies(reason -> assertThat(reason.key())
                .isEqualTo("health.reason.rhythm.late"));
    }

    @Test
    void whoIsToBeAskedAgainOnADayKeepsTheIntervalOfTheStageBefore() {
        heard(40);
        pace = new Pace(
                null,
                List.of(moved(50, "trust", null), moved(30, "not_now", TODAY.plusDays(60))),
                List.of(rule("trust", new Pace.Interval(10, 30)), rule("not_now", null)),
                List.of());

        assertThat(value(Factor.RHYTHM)).isEqualTo(100);
        assertThat(health().part(Factor.RHYTHM).reasons())
                .singleElement()
                .satisfies(reason -> assertThat(reason.facts()).contains(TODAY.plusDays(60)));
    }

    @Test
    void whoPartedHasNoRhythm() {
        heard(40);
        pace = new Pace(
                null,
                List.of(moved(50, "trust", null), moved(30, "parted", null)),
                List.of(rule("trust", new Pace.Interval(10, 30)), rule("parted", null)),
                List.of());

        assertThat(value(Factor.RHYTHM)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "31, 0", "46, 50", "61, 100", "100, 100"})
    void theirShareCountsWhereAllOfItIsWrittenDown(int theirs, int worth) {
        talks.add(talk(3, true, null, true, theirs, 100 - theirs));

        assertThat(value(Factor.BALANCE)).isEqualTo(worth);
    }

    @ParameterizedTest
    @CsvSource({"THEY, 100", "EVEN, 63", "WE, 27"})
    void otherwiseWhoTalkedMoreIsEnough(TalkedMore talked, int worth) {
        talks.add(talk(3, true, talked, false, 10, 10));

        assertThat(value(Factor.BALANCE)).isEqualTo(worth);
    }

    @Test
    void whatIsAYearOlderCountsHalfAsMuch() {
        talks.add(talk(365, true, TalkedMore.THEY, false, 1, 1));
        talks.add(talk(0, true, null, true, 0, 50));

        assertThat(value(Factor.BALANCE)).isEqualTo(33);
    }

    @Test
    void aThreadWeighsOnlyAfterWeSpokeAgainOnALaterDay() {
        talks.add(talk(5, true, null, false, 10, 10));
        matters.add(matter(5, null, null));
        assertThat(value(Factor.FOLLOW_THROUGH)).isNull();

        talks.add(talk(3, false, null, false, 10, 0));
        assertThat(value(Factor.FOLLOW_THROUGH)).as("only they spoke").isNull();

        talks.add(talk(2, false, null, false, 0, 10));
        assertThat(value(Factor.FOLLOW_THROUGH)).isZero();
    }

    @Test
    void whatWasPickedUpCountsAndWhatWasLetGoDoesNot() {
        talks.add(talk(1, true, null, false, 10, 10));
        matters.add(matter(5, 4, null));
        matters.add(matter(5, null, 4));
        matters.add(matter(5, null, null));

        assertThat(value(Factor.FOLLOW_THROUGH)).isEqualTo(50);
        assertThat(health().part(Factor.FOLLOW_THROUGH).reasons())
                .extracting(Reason::key)
                .containsExactly("health.reason.follow-through.picked-up", "health.reason.follow-through.waits");
    }

    @Test
    void aPromiseMovedBeforeItIsDueIsAsGoodAsKeptInTime() {
        promises.add(promise(10, outcome(12, Promised.Kind.MOVED, 5), outcome(6, Promised.Kind.KEPT, null)));

        assertThat(value(Factor.PROMISES)).isEqualTo(100);
    }

    @Test
    void keptLateCountsForHalfAtWorstAndBrokenForNothing() {
        promises.add(promise(40, outcome(5, Promised.Kind.KEPT, null)));
        assertThat(value(Factor.PROMISES)).isEqualTo(50);

        promises.clear();
        promises.add(promise(10, outcome(5, Promised.Kind.BROKEN, null)));
        assertThat(value(Factor.PROMISES)).isZero();
    }

    @Test
    void tenDaysOverdueWeighLikeABrokenOne() {
        promises.add(promise(10, outcome(10, Promised.Kind.KEPT, null)));
        promises.add(promise(10));

        assertThat(value(Factor.PROMISES)).isEqualTo(50);
        assertThat(health().part(Factor.PROMISES).reasons()).anySatisfy(reason -> {
            assertThat(reason.key()).isEqualTo("health.reason.promises.overdue");
            assertThat(reason.facts()).containsExactly(TODAY.minusDays(10), 10);
            assertThat(reason.behind()).isNotNull();
        });
    }

    @Test
    void aPromiseThatFallsDueInAgreedSilenceIsNotLateBeforeItEnds() {
        promises.add(promise(10));
        pace = silent(EVERY_TEN_DAYS, 15, 0);

        assertThat(value(Factor.PROMISES)).isEqualTo(100);
    }

    @Test
    void theFurthestThatANeedGotStaysWhateverBecameOfIt() {
        steps.add(new Step(UUID.randomUUID(), TODAY.minusDays(9), Step.Reached.CONFIRMED));
        steps.add(new Step(UUID.randomUUID(), TODAY.minusDays(2), Step.Reached.HEARD));

        assertThat(value(Factor.NEEDS)).isEqualTo(75);
    }

    @Test
    void whereHalfWasBegunByThemNothingIsMissing() {
        talks.add(talk(3, true, null, false, 1, 1));
        talks.add(talk(3, false, null, false, 1, 1));
        assertThat(value(Factor.RECIPROCITY)).isEqualTo(100);

        talks.add(talk(3, false, null, false, 0, 1));
        talks.add(talk(3, false, null, false, 0, 1));
        assertThat(value(Factor.RECIPROCITY)).isEqualTo(50);

        introductions.add(new Introduced(UUID.randomUUID(), TODAY.minusDays(3), TODAY.minusDays(3), null));
        assertThat(value(Factor.RECIPROCITY)).isEqualTo(80);
    }

    @Test
    void whatIsNotKnownIsLeftOutAndTheOthersCountForMore() {
        heard(1);
        heard(1);
        heard(1);

        assertThat(health().score()).isEqualTo(100);
        assertThat(health().part(Factor.RHYTHM).of()).isEqualTo(71);
        assertThat(health().part(Factor.RECIPROCITY).of()).isEqualTo(29);
        assertThat(health().part(Factor.BALANCE).of()).isZero();
    }

    @Test
    void aWeightIsChangedByAtMostHalf() {
        Map<Factor, Integer> each = new EnumMap<>(Weights.usual().each());
        each.put(Factor.RHYTHM, 37);
        each.put(Factor.PROMISES, 8);
        assertThat(new Weights(each).of(Factor.RHYTHM)).isEqualTo(37);

        each.put(Factor.RHYTHM, 38);
        assertThatThrownBy(() -> new Weights(each))
                .isInstanceOfSatisfying(RuleRefused.class, refused -> assertThat(refused.field())
                        .isEqualTo("rhythm"));
    }

    @Test
    void weightsHoldFromTheDayAfterTheyWereSettled() {
        Map<Factor, Integer> each = new EnumMap<>(Weights.usual().each());
        each.put(Factor.RHYTHM, 30);
        WeightsInForce weights = new WeightsInForce(List.of(
                new WeightsInForce.Version(2, TODAY, new Weights(each)),
                new WeightsInForce.Version(1, TODAY, Weights.usual())));

        assertThat(weights.on(TODAY.minusDays(9)).of(Factor.RHYTHM)).isEqualTo(25);
        assertThat(weights.on(TODAY).of(Factor.RHYTHM)).isEqualTo(25);
        assertThat(weights.on(TODAY.plusDays(1)).of(Factor.RHYTHM)).isEqualTo(30);
    }

    private Health health() {
        return Health.of(new Known(talks, matters, promises, steps, introductions, pace), TODAY, Weights.usual());
    }

    private @Nullable Integer value(Factor factor) {
        return health().value(factor);
    }

    private void heard(int ago) {
        talks.add(talk(ago, true, null, false, 5, 0));
    }

    private static Talk talk(
            int ago, boolean they, @Nullable TalkedMore talked, boolean complete, int theirs, int ours) {
        LocalDate day = TODAY.minusDays(ago);
        return new Talk(
                UUID.randomUUID(),
                day,
                day,
                they,
                talked,
                day,
                complete,
                List.of(new Talk.Said(day, day, theirs > 0 ? 1 : 0, theirs, ours > 0 ? 1 : 0, ours)));
    }

    private static Matter matter(int ago, @Nullable Integer picked, @Nullable Integer let) {
        LocalDate day = TODAY.minusDays(ago);
        return new Matter(
                UUID.randomUUID(),
                day,
                day,
                picked == null ? null : TODAY.minusDays(picked),
                let == null ? null : TODAY.minusDays(let));
    }

    private static Promised promise(int dueAgo, Promised.Outcome... outcomes) {
        return new Promised(UUID.randomUUID(), TODAY.minusDays(60), TODAY.minusDays(dueAgo), List.of(outcomes));
    }

    private static Promised.Outcome outcome(int ago, Promised.Kind kind, @Nullable Integer toAgo) {
        LocalDate day = TODAY.minusDays(ago);
        return new Promised.Outcome(
                day.atTime(9, 0).toInstant(ZoneOffset.UTC), day, kind, toAgo == null ? null : TODAY.minusDays(toAgo));
    }

    private static Pace own(int ideal, int longest) {
        return new Pace(new Pace.Interval(ideal, longest), List.of(), List.of(), List.of());
    }

    private static Pace silent(Pace pace, int fromAgo, int untilAgo) {
        return new Pace(
                pace.own(),
                pace.moves(),
                pace.rules(),
                List.of(new Pace.Silence(TODAY.minusDays(fromAgo), TODAY.minusDays(untilAgo), null)));
    }

    private static Pace.Move moved(int ago, String stage, @Nullable LocalDate until) {
        LocalDate day = TODAY.minusDays(ago);
        return new Pace.Move(day.atTime(9, 0).toInstant(ZoneOffset.UTC), day, stage, until);
    }

    private static Pace.Rule rule(String stage, Pace.@Nullable Interval interval) {
        return new Pace.Rule(1, TODAY.minusDays(500), stage, interval);
    }
}
