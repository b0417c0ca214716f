package org.attune.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import org.attune.conversations.TalkedMore;
import org.jspecify.annotations.Nullable;

/** What holds for the health of any relationship, whatever happened in it. */
class HealthPropertyTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final int TRIES = 400;

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void thePartsSumToTheWhole(@ForAll("relationships") Known known, @ForAll("weights") Weights weights) {
        Health health = Health.of(known, TODAY, weights);
        int points = health.parts().stream().mapToInt(Part::points).sum();
        int of = health.parts().stream().mapToInt(Part::of).sum();

        assertThat(points).isEqualTo(health.score() == null ? 0 : health.score());
        assertThat(of).isEqualTo(health.score() == null ? 0 : 100);
        assertThat(health.parts()).allSatisfy(part -> {
            assertThat(part.points()).isBetween(0, part.of());
            assertThat(part.isKnown() || part.of() == 0).isTrue();
            assertThat(part.reasons()).isNotEmpty();
        });
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void aPulseMovesHealthByAtMostTenAndTheSumStaysVisible(
            @ForAll("relationships") Known known,
            @ForAll("weights") Weights weights,
            @ForAll @IntRange(min = 3, max = 12) int sum,
            @ForAll @IntRange(max = 800) int ago) {
        Health without = Health.of(known, TODAY, weights);
        Health with =
                Health.of(pulsed(known, new Pulsed(UUID.randomUUID(), TODAY.minusDays(ago), sum)), TODAY, weights);

        assertThat(with.parts()).isEqualTo(without.parts());
        if (without.score() == null) {
            assertThat(with.score()).isNull();
            return;
        }
        assertThat(with.score()).isNotNull().isBetween(0, 100).isBetween(without.score() - 10, without.score() + 10);
        int points = with.parts().stream().mapToInt(Part::points).sum();
        assertThat(with.score())
                .isEqualTo(points + (with.pulse() == null ? 0 : with.pulse().points()));
        assertThat(with.pulse() == null).isEqualTo(ago >= 365);
        assertThat(with.band()).isEqualTo(Band.of(with.score()));
        if (sum >= 8) {
            assertThat(with.score()).isGreaterThanOrEqualTo(without.score());
        } else {
            assertThat(with.score()).isLessThanOrEqualTo(without.score());
        }
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void aPulseFadesWithoutACliff(
            @ForAll("relationships") Known known,
            @ForAll @IntRange(min = 3, max = 12) int sum,
            @ForAll @IntRange(max = 400) int ago) {
        Pulsed answer = new Pulsed(UUID.randomUUID(), TODAY.minusDays(ago), sum);
        PulseShift today = Pulsed.shift(pulsed(Known.NOTHING, answer), TODAY, 50);
        PulseShift tomorrow = Pulsed.shift(pulsed(Known.NOTHING, answer), TODAY.plusDays(1), 50);

        assertThat(Math.abs(points(tomorrow))).isBetween(Math.abs(points(today)) - 1, Math.abs(points(today)));
        Health asOf = Health.of(pulsed(known, answer), TODAY.minusDays(ago + 1L), Weights.usual());
        assertThat(asOf.pulse()).as("nobody knew before they answered").isNull();
    }

    private static int points(@Nullable PulseShift shift) {
        return shift == null ? 0 : shift.points();
    }

    private static Known pulsed(Known known, Pulsed answer) {
        return new Known(
                known.talks(),
                known.matters(),
                known.promises(),
                known.steps(),
                known.introductions(),
                known.pace(),
                List.of(answer));
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void everyPartThatIsKnownNamesWhatIsBehindIt(@ForAll("relationships") Known known) {
        assertThat(Health.of(known, TODAY, Weights.usual()).parts())
                .filteredOn(Part::isKnown)
                .allSatisfy(part -> assertThat(part.reasons())
                        .as(part.factor().code())
                        .anySatisfy(reason -> assertThat(reason.behind()).isNotNull()));
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void thereIsAScoreFromThreeTwoWayConversationsOnAndNoneBefore(@ForAll("relationships") Known known) {
        Health health = Health.of(known, TODAY, Weights.usual());

        assertThat(health.score() != null).isEqualTo(known.asOf(TODAY).twoWay() >= 3);
        assertThat(health.band()).isEqualTo(Band.of(health.score()));
        assertThat(health.missing()).isEqualTo(Math.max(0, 3 - health.twoWay()));
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void aHeardTurnNeverLowersAFactorThatIsKnown(
            @ForAll("relationships") Known known, @ForAll("pasts") int ago, @ForAll Random where) {
        LocalDate day = TODAY.minusDays(ago);
        List<Talk> there =
                known.talks().stream().filter(talk -> !talk.day().isAfter(day)).toList();
        if (there.isEmpty()) {
            return;
        }
        Talk talk = there.get(where.nextInt(there.size()));
        Known after = with(known, heard(talk, day, where.nextInt(60)));
        Health before = Health.of(known, TODAY, Weights.usual());
        Health now = Health.of(after, TODAY, Weights.usual());

        for (Factor factor : Factor.values()) {
            Integer was = before.value(factor);
            if (was != null) {
                assertThat(now.value(factor)).as(factor.code()).isNotNull().isGreaterThanOrEqualTo(was);
            }
        }
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void theOrderOfWhatHappenedDoesNotMatter(@ForAll("relationships") Known known, @ForAll Random order) {
        Known shuffled = new Known(
                shuffled(known.talks(), order),
                shuffled(known.matters(), order),
                shuffled(known.promises(), order),
                shuffled(known.steps(), order),
                shuffled(known.introductions(), order),
                new Pace(
                        known.pace().own(),
                        shuffled(known.pace().moves(), order),
                        shuffled(known.pace().rules(), order),
                        shuffled(known.pace().silences(), order)));

        assertThat(Health.of(shuffled, TODAY, Weights.usual())).isEqualTo(Health.of(known, TODAY, Weights.usual()));
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void agreedSilenceNeverLowers(
            @ForAll("relationships") Known known, @ForAll("pasts") int agreed, @ForAll("pasts") int lasts) {
        LocalDate from = TODAY.minusDays(agreed);
        Pace.Silence silence = new Pace.Silence(from, from.plusDays(lasts), null);
        Health loud = Health.of(known, TODAY, Weights.usual());
        Health quiet = Health.of(silent(known, silence), TODAY, Weights.usual());

        assertNoWorse(quiet, loud);
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void whileSilenceLastsTimeLowersNothing(@ForAll("relationships") Known known, @ForAll("pasts") int days) {
        Known quiet = silent(known, new Pace.Silence(TODAY, TODAY.plusDays(days), null));

        assertNoWorse(
                Health.of(quiet, TODAY.plusDays(days), Weights.usual()), Health.of(quiet, TODAY, Weights.usual()));
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void timeAloneNeverRaisesAndNeverDropsFar(@ForAll("relationships") Known known, @ForAll("pasts") int days) {
        LocalDate day = TODAY.plusDays(days);
        Integer before = Health.of(known, day, Weights.usual()).score();
        Integer after = Health.of(known, day.plusDays(1), Weights.usual()).score();

        if (before != null) {
            assertThat(after).isNotNull().isBetween(before - 12, before);
        }
    }

    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void whatWasKnownOfADayIsNotChangedByWhatIsWrittenDownLater(
            @ForAll("relationships") Known known, @ForAll("pasts") int ago) {
        LocalDate then = TODAY.minusDays(ago);
        Known thenKnown = known.asOf(then);

        assertThat(Health.of(known, then, Weights.usual())).isEqualTo(Health.of(thenKnown, then, Weights.usual()));
    }

    private static void assertNoWorse(Health now, Health before) {
        for (Factor factor : Factor.values()) {
            Integer was = before.value(factor);
            if (was != null) {
                assertThat(now.value(factor)).as(factor.code()).isNotNull().isGreaterThanOrEqualTo(was);
            }
        }
        Integer score = before.score();
        if (score != null) {
            assertThat(now.score()).isNotNull().isGreaterThanOrEqualTo(score);
        }
    }

    private static Known silent(Known known, Pace.Silence silence) {
        List<Pace.Silence> silences = new ArrayList<>(known.pace().silences());
        silences.add(silence);
        Pace pace = known.pace();
        return new Known(
                known.talks(),
                known.matters(),
                known.promises(),
                known.steps(),
                known.introductions(),
                new Pace(pace.own(), pace.moves(), pace.rules(), silences));
    }

    private static Known with(Known known, Talk changed) {
        List<Talk> talks = new ArrayList<>(known.talks());
        talks.replaceAll(talk -> talk.id().equals(changed.id()) ? changed : talk);
        return new Known(talks, known.matters(), known.promises(), known.steps(), known.introductions(), known.pace());
    }

    private static Talk heard(Talk talk, LocalDate day, int words) {
        List<Talk.Said> said = new ArrayList<>(talk.said());
        said.add(new Talk.Said(day, TODAY, 1, words, 0, 0));
        return new Talk(
                talk.id(),
                talk.day(),
                talk.known(),
                talk.theyBegan(),
                talk.talked(),
                talk.judged(),
                talk.complete(),
                said);
    }

    private static <T> List<T> shuffled(List<T> all, Random order) {
        List<T> shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, order);
        return shuffled;
    }

    @Provide
    Arbitrary<Integer> pasts() {
        return Arbitraries.integers().between(0, 400);
    }

    @Provide
    Arbitrary<Weights> weights() {
        return Arbitraries.randoms().map(random -> {
            Map<Factor, Integer> each = new EnumMap<>(Factor.class);
            for (Factor factor : Factor.values()) {
                each.put(factor, factor.least() + random.nextInt(factor.most() - factor.least() + 1));
            }
            return new Weights(each);
        });
    }

    @Provide
    Arbitrary<Known> relationships() {
        return Combinators.combine(
                        talks().list().ofMaxSize(7),
                        matters().list().ofMaxSize(4),
                        promises().list().ofMaxSize(4),
                        steps().list().ofMaxSize(3),
                        introductions().list().ofMaxSize(2),
                        paces())
                .as(Known::new);
    }

    private Arbitrary<Talk> talks() {
        return Combinators.combine(
                        pasts(),
                        Arbitraries.of(true, false),
                        Arbitraries.of(TalkedMore.class).optional(),
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(0, 5))
                .as((ago, they, talked, complete, heard, ours, later) -> {
                    LocalDate day = TODAY.minusDays(ago);
                    LocalDate known = earliest(day.plusDays(later));
                    List<Talk.Said> said = new ArrayList<>();
                    if (heard > 0) {
                        said.add(new Talk.Said(day, known, heard, heard * 11L, 0, 0));
                    }
                    if (ours > 0) {
                        said.add(new Talk.Said(known, known, 0, 0, ours, ours * 13L));
                    }
                    return new Talk(UUID.randomUUID(), day, known, they, orNull(talked), known, complete, said);
                });
    }

    private Arbitrary<Matter> matters() {
        return Combinators.combine(pasts(), pasts().optional(0.5), pasts().optional(0.3))
                .as((ago, picked, let) -> new Matter(
                        UUID.randomUUID(),
                        TODAY.minusDays(ago),
                        TODAY.minusDays(ago),
                        picked.map(days -> earliest(TODAY.minusDays(ago).plusDays(days)))
                                .orElse(null),
                        let.map(days -> earliest(TODAY.minusDays(ago).plusDays(days)))
                                .orElse(null)));
    }

    private Arbitrary<Promised> promises() {
        return Combinators.combine(
                        pasts(),
                        Arbitraries.integers().between(0, 60),
                        Arbitraries.of(Promised.Kind.class).list().ofMaxSize(3),
                        Arbitraries.integers().between(1, 40))
                .as((ago, in, kinds, step) -> {
                    LocalDate made = TODAY.minusDays(ago);
                    List<Promised.Outcome> outcomes = new ArrayList<>();
                    LocalDate day = made;
                    for (Promised.Kind kind : kinds) {
                        day = day.plusDays(step);
                        if (!day.isAfter(TODAY)) {
                            Instant at = day.atTime(9, 0).toInstant(ZoneOffset.UTC);
                            LocalDate to = kind == Promised.Kind.MOVED ? day.plusDays(step) : null;
                            outcomes.add(new Promised.Outcome(at, day, kind, to));
                        }
                    }
                    return new Promised(UUID.randomUUID(), made, made.plusDays(in), outcomes);
                });
    }

    private Arbitrary<Step> steps() {
        return Combinators.combine(pasts(), Arbitraries.of(Step.Reached.class))
                .as((ago, reached) -> new Step(UUID.randomUUID(), TODAY.minusDays(ago), reached));
    }

    private Arbitrary<Introduced> introductions() {
        return pasts().map(ago -> new Introduced(UUID.randomUUID(), TODAY.minusDays(ago), TODAY.minusDays(ago), null));
    }

    private Arbitrary<Pace> paces() {
        List<Pace.Rule> rules = List.of(
                new Pace.Rule(1, TODAY.minusDays(500), "trust", new Pace.Interval(21, 60)),
                new Pace.Rule(1, TODAY.minusDays(500), "deciding", new Pace.Interval(7, 14)),
                new Pace.Rule(1, TODAY.minusDays(500), "parted", null),
                new Pace.Rule(1, TODAY.minusDays(500), "not_now", null),
                new Pace.Rule(2, TODAY.minusDays(90), "trust", new Pace.Interval(30, 90)));
        Arbitrary<Pace.Move> move = Combinators.combine(
                        pasts(), Arbitraries.of("trust", "deciding", "parted", "not_now"), pasts())
                .as((ago, stage, days) -> new Pace.Move(
                        TODAY.minusDays(ago)
                                .atTime(9, 0)
                                .toInstant(ZoneOffset.UTC)
                                .plusSeconds(days),
                        TODAY.minusDays(ago),
                        stage,
                        stage.equals("not_now") ? TODAY.minusDays(ago).plusDays(days) : null));
        return Combinators.combine(move.list().ofMaxSize(3), Arbitraries.of(true, false))
                .as((moves, own) -> new Pace(own ? new Pace.Interval(14, 40) : null, moves, rules, List.of()));
    }

    private static LocalDate earliest(LocalDate day) {
        return day.isAfter(TODAY) ? TODAY : day;
    }

    private static @Nullable TalkedMore orNull(Optional<TalkedMore> talked) {
        return talked.orElse(null);
    }
}
