package org.attune.nurture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.attune.nurture.DueFacts.Asked;
import org.attune.nurture.DueFacts.AtStage;
import org.attune.nurture.DueFacts.ChosenWay;
import org.attune.nurture.DueFacts.Decided;
import org.attune.nurture.DueFacts.Ended;
import org.attune.nurture.DueFacts.Quiet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From which day on somebody should hear from us, and why. */
class WhenDueTests {

    private static final LocalDate MET = LocalDate.of(2026, 1, 5);
    private static final LocalDate MARCH = LocalDate.of(2026, 3, 2);
    private static final UUID ONE = new UUID(0, 1);
    private static final UUID OTHER = new UUID(0, 2);

    @Test
    void theRhythmCountsFromWhenTheyWereLastHeard() {
        assertThat(of(facts().spoken(MARCH))).contains(new Due(MARCH.plusDays(21), QueueWhy.RHYTHM, null, MARCH));
        assertThat(of(facts().spoken(MARCH).own(60)))
                .contains(new Due(MARCH.plusDays(60), QueueWhy.RHYTHM, null, MARCH));
    }

    @Test
    void whoWasNeverSpokenWithIsCountedFromTheDayTheyWereAdded() {
        assertThat(of(facts())).contains(new Due(MET.plusDays(21), QueueWhy.NEVER, null, MET));
    }

    @Test
    void whoIsAtSalesOrPartedOrNowhereIsNotHere() {
        assertThat(of(facts().spoken(MARCH).stage(sales(MET)))).isEmpty();
        assertThat(of(facts().spoken(MARCH).stage(aside(MET, null)))).isEmpty();
        assertThat(of(facts().spoken(MARCH).stage(null))).isEmpty();
        assertThat(of(facts().spoken(MARCH).stage(null).own(10)))
                .contains(new Due(MARCH.plusDays(10), QueueWhy.RHYTHM, null, MARCH));
    }

    @Test
    void theNewestWordSaysWhichHat() {
        assertThat(of(facts().spoken(MARCH).way(Way.KEEP_TALKING, MARCH))).isEmpty();
        assertThat(of(facts().spoken(MARCH).way(Way.KEEP_TALKING, MET.minusDays(1))))
                .isPresent();
        assertThat(of(facts().spoken(MARCH).stage(sales(MET)).way(Way.KEEP_IN_TOUCH, MARCH)))
                .contains(new Due(MARCH.plusDays(WhenDue.DAYS_WITHOUT_RHYTHM), QueueWhy.RHYTHM, null, MARCH));
        assertThat(of(facts().spoken(MARCH).stage(sales(MARCH)).way(Way.KEEP_IN_TOUCH, MET)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2026-02-20, 2026-03-23, RHYTHM", "2026-04-10, 2026-04-10, SILENCE"})
    void anAgreedSilenceIsKeptToItsDay(LocalDate until, LocalDate due, QueueWhy why) {
        assertThat(of(facts().spoken(MARCH).silent(until))).get().satisfies(one -> {
            assertThat(one.on()).isEqualTo(due);
            assertThat(one.why()).isEqualTo(why);
        });
    }

    @Test
    void notNowIsAskedOnItsDayAndAfterThatInTheirRhythm() {
        LocalDate may = LocalDate.of(2026, 5, 4);
        Facts notNow = facts().spoken(MARCH).way(Way.NOT_NOW, MARCH).silent(may);

        assertThat(of(notNow)).contains(new Due(may, QueueWhy.NOT_NOW, ONE, may));
        assertThat(of(notNow.spoken(may))).get().extracting(Due::why).isEqualTo(QueueWhy.RHYTHM);
        assertThat(of(facts().spoken(MARCH).stage(aside(MARCH, may))))
                .contains(new Due(may, QueueWhy.NOT_NOW, null, may));
    }

    @Test
    void aYesIsFollowedEarlyAndAgainWhenItIsDailyWork() {
        assertThat(of(facts().spoken(MARCH).decided("yes", MARCH)))
                .contains(new Due(MARCH.plusDays(14), QueueWhy.AFTER_SALE, OTHER, MARCH));
        assertThat(of(facts().own(60).spoken(MARCH.plusDays(14)).decided("yes", MARCH)))
                .contains(new Due(MARCH.plusDays(42), QueueWhy.AFTER_SALE, OTHER, MARCH));
        assertThat(of(facts().spoken(MARCH.plusDays(45)).decided("yes", MARCH)))
                .get()
                .extracting(Due::why)
                .isEqualTo(QueueWhy.RHYTHM);
    }

    @Test
    void anHonestNoAndWhatDidNotFitComeBackInTheirRhythm() {
        assertThat(of(facts().stage(sales(MET)).spoken(MARCH).decided("no", MARCH)))
                .contains(new Due(MARCH.plusDays(30), QueueWhy.NO, OTHER, MARCH));
        assertThat(of(facts().stage(sales(MET))
                        .spoken(MARCH)
                        .decided("no", MARCH)
                        .way(Way.KEEP_TALKING, MARCH.plusDays(1))))
                .isEmpty();
        assertThat(of(facts().stage(sales(MET)).spoken(MARCH).notAFit(MARCH)))
                .contains(new Due(MARCH.plusDays(30), QueueWhy.NOT_A_FIT, ONE, MARCH));
        assertThat(of(facts().stage(sales(MET)).spoken(MARCH).notAFit(MARCH).openNeeds(1)))
                .isEmpty();
    }

    @Test
    void whatTheyWantToKnowComesFirstButNotIntoASilence() {
        assertThat(of(facts().spoken(MARCH).asked(MARCH)))
                .contains(new Due(MARCH.plusDays(1), QueueWhy.WANTS_TO_KNOW, ONE, MARCH));
        assertThat(of(facts().spoken(MARCH).asked(MARCH).silent(MARCH.plusDays(9))))
                .get()
                .extracting(Due::on)
                .isEqualTo(MARCH.plusDays(9));
    }

    @Property
    void nobodyIsListedBeforeTheEndOfASilence(@ForAll("anything") DueFacts facts) {
        WhenDue.of(facts).ifPresent(due -> {
            if (facts.silence() != null) {
                assertThat(due.on()).isAfterOrEqualTo(facts.silence().until());
            }
        });
    }

    @Property
    void whoeverIsKeptInTouchWithIsDueOnSomeDayAndNobodyWhoIsSoldTo(@ForAll("anything") DueFacts facts) {
        ChosenWay newest = new ChosenWay(ONE, Way.KEEP_IN_TOUCH, Instant.parse("2040-01-01T00:00:00Z"));
        ChosenWay sold = new ChosenWay(ONE, Way.KEEP_TALKING, Instant.parse("2040-01-01T00:00:00Z"));

        assertThat(WhenDue.of(with(facts, newest))).isPresent();
        assertThat(WhenDue.of(with(facts, sold))).isEmpty();
    }

    @Provide
    Arbitrary<DueFacts> anything() {
        Arbitrary<LocalDate> day = Arbitraries.integers().between(0, 300).map(MET::plusDays);
        Arbitrary<@Nullable AtStage> stage = Combinators.combine(
                        Arbitraries.integers().between(0, 4), day)
                .as((n, on) -> switch (n) {
                    case 1 -> marketing(on);
                    case 2 -> sales(on);
                    case 3 -> aside(on, on.plusDays(20));
                    default -> aside(on, null);
                });
        return Combinators.combine(
                        day.injectNull(0.3),
                        stage.injectNull(0.2),
                        day.injectNull(0.5),
                        day.injectNull(0.5),
                        Arbitraries.of("yes", "no", "not_now"),
                        day.injectNull(0.7),
                        day.injectNull(0.7),
                        Arbitraries.of(Way.KEEP_IN_TOUCH, Way.KEEP_TALKING, Way.NOT_NOW))
                .as((spoken, at, silent, decided, kind, fit, asked, way) -> new Facts()
                        .spoken(spoken)
                        .stage(at)
                        .silent(silent)
                        .decided(decided == null ? null : kind, decided == null ? MET : decided)
                        .notAFit(fit)
                        .asked(asked)
                        .way(way, decided == null ? MET : decided)
                        .made());
    }

    private static DueFacts with(DueFacts facts, ChosenWay way) {
        return new DueFacts(
                facts.met(),
                facts.spoken(),
                facts.ownDays(),
                facts.stage(),
                way,
                facts.silence(),
                facts.decision(),
                facts.notAFit(),
                facts.openNeeds(),
                facts.asked());
    }

    private static Optional<Due> of(Facts facts) {
        return WhenDue.of(facts.made());
    }

    private static Facts facts() {
        return new Facts().stage(marketing(MET));
    }

    private static AtStage marketing(LocalDate since) {
        return new AtStage(true, false, 21, at(since), null);
    }

    private static AtStage sales(LocalDate since) {
        return new AtStage(false, false, 7, at(since), null);
    }

    private static AtStage aside(LocalDate since, @Nullable LocalDate until) {
        return new AtStage(false, true, null, at(since), until);
    }

    private static Instant at(LocalDate day) {
        return day.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
    }

    /** What is known, put together one after the other. */
    private record Facts(
            @Nullable LocalDate spoken,
            @Nullable Integer own,
            @Nullable AtStage stage,
            @Nullable ChosenWay way,
            @Nullable Quiet silence,
            @Nullable Decided decision,
            @Nullable Ended notAFit,
            int openNeeds,
            @Nullable Asked asked) {

        Facts() {
            this(null, null, null, null, null, null, null, 0, null);
        }

        Facts spoken(@Nullable LocalDate day) {
            return new Facts(day, own, stage, way, silence, decision, notAFit, openNeeds, asked);
        }

        Facts own(int days) {
            return new Facts(spoken, days, stage, way, silence, decision, notAFit, openNeeds, asked);
        }

        Facts stage(@Nullable AtStage at) {
            return new Facts(spoken, own, at, way, silence, decision, notAFit, openNeeds, asked);
        }

        Facts way(Way chosen, LocalDate on) {
            ChosenWay it = new ChosenWay(ONE, chosen, at(on));
            return new Facts(spoken, own, stage, it, silence, decision, notAFit, openNeeds, asked);
        }

        Facts silent(@Nullable LocalDate until) {
            Quiet it = until == null ? null : new Quiet(ONE, until);
            return new Facts(spoken, own, stage, way, it, decision, notAFit, openNeeds, asked);
        }

        Facts decided(@Nullable String kind, LocalDate on) {
            Decided it = kind == null ? null : new Decided(OTHER, OTHER, kind, on, at(on));
            return new Facts(spoken, own, stage, way, silence, it, notAFit, openNeeds, asked);
        }

        Facts notAFit(@Nullable LocalDate on) {
            Ended it = on == null ? null : new Ended(ONE, on, at(on));
            return new Facts(spoken, own, stage, way, silence, decision, it, openNeeds, asked);
        }

        Facts openNeeds(int many) {
            return new Facts(spoken, own, stage, way, silence, decision, notAFit, many, asked);
        }

        Facts asked(@Nullable LocalDate on) {
            Asked it = on == null ? null : new Asked(ONE, on);
            return new Facts(spoken, own, stage, way, silence, decision, notAFit, openNeeds, it);
        }

        DueFacts made() {
            return new DueFacts(MET, spoken, own, stage, way, silence, decision, notAFit, openNeeds, asked);
        }
    }
}
