package org.attune.offers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;
import org.attune.conversations.ConversationId;
import org.attune.conversations.TurnId;
import org.attune.needs.NeedId;
import org.attune.people.ContactId;
import org.attune.platform.Ids;

/** Whatever was said and however it was linked: the gate opens exactly where the hard rules hold. */
class GatePropertyTests {

    private static final List<ContactId> EVERYBODY =
            List.of(new ContactId(Ids.next()), new ContactId(Ids.next()), new ContactId(Ids.next()));
    private static final Set<ContactId> OF_THE_NEED = Set.of(EVERYBODY.get(0), EVERYBODY.get(1));
    private static final NeedId NEED = new NeedId(Ids.next());
    private static final ConversationId TALK = new ConversationId(Ids.next());

    /** Who spoke, or one of us in one of three ways. */
    private enum Step {
        FIRST,
        SECOND,
        STRANGER,
        ASKED,
        RESPONDED,
        TOLD
    }

    /** From which turn to which. */
    private record Link(int from, int to) {}

    private record About(int turn, boolean states) {}

    record History(List<Step> steps, List<About> about, List<Link> answers, List<Link> replies, int to) {}

    @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE)
    void opensWithoutPolicyExactlyWhereTheHardRulesHold(@ForAll("histories") History history) {
        boolean open = judged(history, new Policy(OfferKind.NEW, Map.of())).isOpen();

        Statistics.label("gate").collect(open ? "open" : "closed").coverage(seen -> seen.check("open")
                .percentage(share -> share > 5));
        assertThat(open).isEqualTo(hardRulesHold(history));
    }

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void neverOpensWhereTheyDoNotWhateverThePolicy(
            @ForAll("histories") History history, @ForAll("policies") Policy policy) {
        Readiness readiness = judged(history, policy);

        assertThat(readiness.always().stream().allMatch(Finding::isHere)).isEqualTo(hardRulesHold(history));
        if (readiness.isOpen()) {
            assertThat(hardRulesHold(history)).isTrue();
        }
    }

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void nothingMoreThatIsSaidClosesItAgain(@ForAll("histories") History history, @ForAll("histories") History more) {
        int before = history.steps().size();
        History longer = new History(
                concat(history.steps(), more.steps()),
                concat(
                        history.about(),
                        more.about().stream()
                                .map(a -> new About(a.turn() + before, a.states()))
                                .toList()),
                concat(history.answers(), shifted(more.answers(), before)),
                concat(history.replies(), shifted(more.replies(), before)),
                history.to());
        Policy policy = new Policy(OfferKind.NEW, Map.of());

        if (judged(history, policy).isOpen()) {
            assertThat(judged(longer, policy).isOpen()).isTrue();
        }
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void standsOnlyOnTurnsThatMeetTheRules(@ForAll("histories") History history) {
        Readiness readiness = judged(history, new Policy(OfferKind.NEW, Map.of()));

        readiness.always().stream().filter(Finding::isHere).forEach(finding -> {
            List<String> kinds = finding.evidence().stream().map(Piece::kind).toList();
            assertThat(kinds)
                    .isEqualTo(
                            switch (finding.rule()) {
                                case NEED_HEARD -> List.of("heard");
                                case QUESTION_ANSWERED -> List.of("asked", "heard");
                                default -> List.of("responded", "heard");
                            });
        });
    }

    /** Said once more, from the numbers of the turns alone. */
    private static boolean hardRulesHold(History history) {
        boolean toOneOfThem = history.to() < 2;
        boolean stated = history.about().stream().anyMatch(a -> a.states() && theirs(history, a.turn()));
        boolean answered = history.answers().stream()
                .anyMatch(l -> history.steps().get(l.from()) == Step.ASKED && aboutIt(history, l.to()));
        boolean responded = history.replies().stream()
                .anyMatch(l -> history.steps().get(l.from()) == Step.RESPONDED && aboutIt(history, l.to()));
        return toOneOfThem && stated && answered && responded;
    }

    private static boolean aboutIt(History history, int turn) {
        return theirs(history, turn) && history.about().stream().anyMatch(a -> a.turn() == turn);
    }

    private static boolean theirs(History history, int turn) {
        return history.steps().get(turn) == Step.FIRST || history.steps().get(turn) == Step.SECOND;
    }

    private static Readiness judged(History history, Policy policy) {
        List<Piece> turns = IntStream.range(0, history.steps().size())
                .mapToObj(i -> piece(i, history.steps().get(i)))
                .toList();
        NeedFacts facts = new NeedFacts(
                NEED,
                "A need",
                false,
                OF_THE_NEED,
                null,
                history.about().stream()
                        .map(a -> new NeedFacts.Heard(turns.get(a.turn()), a.states(), false))
                        .toList(),
                history.answers().stream()
                        .map(l -> new NeedFacts.Answer(turns.get(l.from()), turns.get(l.to())))
                        .toList(),
                history.replies().stream()
                        .map(l -> new NeedFacts.Reply(turns.get(l.from()), turns.get(l.to())))
                        .toList(),
                null,
                null,
                null,
                List.of(),
                Map.of());
        Terms terms = new Terms(EVERYBODY.get(history.to()), GateFixture.PRICE, Map.of(), null, null, null);
        return Gate.judge(List.of(facts), policy, terms).get(0);
    }

    private static Piece piece(int seq, Step step) {
        boolean heard = step.ordinal() <= Step.STRANGER.ordinal();
        Instant said = Instant.EPOCH.plusSeconds(seq);
        return new Piece(
                new TurnId(Ids.next()),
                TALK,
                seq,
                heard ? "heard" : step.name().toLowerCase(Locale.ROOT),
                heard ? EVERYBODY.get(step.ordinal()) : null,
                null,
                "Words",
                null,
                heard ? "from_memory" : null,
                said,
                said,
                null);
    }

    /** Half of the turns and links are such as they come up in a talk, so that the gate is open often enough. */
    @Provide
    Arbitrary<History> histories() {
        return Arbitraries.integers().between(4, 8).flatMap(turns -> {
            Arbitrary<Integer> turn = Arbitraries.integers().between(0, turns - 1);
            Arbitrary<Integer> early = Arbitraries.of(0, 2);
            Arbitrary<Integer> either = Arbitraries.oneOf(turn, early);
            Arbitrary<Step> any = Arbitraries.of(Step.class);
            Arbitrary<List<Step>> usual = any.list()
                    .ofSize(turns - 4)
                    .map(rest -> concat(List.of(Step.FIRST, Step.ASKED, Step.SECOND, Step.RESPONDED), rest));
            return Combinators.combine(
                            Arbitraries.oneOf(any.list().ofSize(turns), usual, usual),
                            Combinators.combine(either, Arbitraries.of(true, false))
                                    .as(About::new)
                                    .list()
                                    .ofMaxSize(8),
                            links(Arbitraries.oneOf(turn, Arbitraries.just(1)), either),
                            links(Arbitraries.oneOf(turn, Arbitraries.just(3)), either),
                            Arbitraries.frequency(Tuple.of(4, 0), Tuple.of(4, 1), Tuple.of(1, 2)))
                    .as(History::new);
        });
    }

    private static Arbitrary<List<Link>> links(Arbitrary<Integer> from, Arbitrary<Integer> to) {
        return Combinators.combine(from, to).as(Link::new).list().ofMaxSize(8);
    }

    @Provide
    Arbitrary<Policy> policies() {
        return Combinators.combine(
                        Arbitraries.of(OfferKind.class),
                        Arbitraries.of(Demand.REQUIRED, Demand.WARN, Demand.OFF)
                                .list()
                                .ofSize(6))
                .as((kind, demands) -> {
                    Map<Rule, Demand> all = new EnumMap<>(Rule.class);
                    for (int i = 0; i < demands.size(); i++) {
                        all.put(Rule.values()[i + 3], demands.get(i));
                    }
                    return new Policy(kind, all);
                });
    }

    private static List<Link> shifted(List<Link> links, int by) {
        return links.stream().map(l -> new Link(l.from() + by, l.to() + by)).toList();
    }

    private static <T> List<T> concat(List<T> one, List<T> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }
}
