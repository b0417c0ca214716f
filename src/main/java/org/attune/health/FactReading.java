package org.attune.health;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.attune.conversations.TalkedMore;
import org.jspecify.annotations.Nullable;

/** Makes what is known out of rows. */
final class FactReading {

    private FactReading() {}

    static Known known(Sorted facts, Fact own, List<Pace.Rule> rules) {
        return new Known(
                talks(facts),
                matters(facts),
                promises(facts),
                facts.all("need", fact -> new Step(fact.id(), fact.day(), Step.Reached.valueOf(upper(fact.name())))),
                facts.all("introduced", fact -> new Introduced(fact.id(), fact.day(), fact.known(), fact.other())),
                pace(facts, own, rules),
                facts.all("pulse", fact -> new Pulsed(fact.id(), fact.day(), fact.intA())));
    }

    static Pace.@Nullable Interval interval(Fact fact) {
        return fact.a() == null || fact.b() == null ? null : new Pace.Interval(fact.intA(), fact.intB());
    }

    private static List<Talk> talks(Sorted facts) {
        Map<UUID, List<Fact>> said = byRef(facts, "said");
        return facts.all(
                "talk",
                fact -> new Talk(
                        fact.id(),
                        fact.day(),
                        fact.known(),
                        fact.intA() == 1,
                        fact.word() == null ? null : TalkedMore.valueOf(upper(fact.word())),
                        Objects.requireNonNull(fact.other()),
                        fact.intB() == 1,
                        said.getOrDefault(fact.id(), List.of()).stream()
                                .map(one -> new Talk.Said(
                                        one.day(),
                                        one.known(),
                                        one.intA(),
                                        one.intB(),
                                        Math.toIntExact(one.c()),
                                        one.d()))
                                .toList()));
    }

    /** Where a thread was opened at a question of theirs, both are one matter. */
    private static List<Matter> matters(Sorted facts) {
        return List.copyOf(
                facts
                        .all(
                                "matter",
                                fact -> new Matter(fact.id(), fact.day(), fact.known(), fact.other(), fact.further()))
                        .stream()
                        .collect(Collectors.toMap(Matter::turn, one -> one, Matter::and))
                        .values());
    }

    private static List<Promised> promises(Sorted facts) {
        Map<UUID, List<Fact>> outcomes = byRef(facts, "outcome");
        return facts.all("promise", fact -> {
            List<Fact> own = outcomes.getOrDefault(fact.id(), List.of());
            LocalDate firstDue = own.stream()
                    .min(Comparator.comparing(Fact::at))
                    .map(Fact::known)
                    .orElse(fact.day());
            return new Promised(
                    fact.id(),
                    Objects.requireNonNull(fact.maybeKnown()),
                    firstDue,
                    own.stream().map(FactReading::outcome).toList());
        });
    }

    private static Promised.Outcome outcome(Fact fact) {
        return new Promised.Outcome(fact.at(), fact.day(), Promised.Kind.valueOf(upper(fact.name())), fact.other());
    }

    private static Pace pace(Sorted facts, Fact own, List<Pace.Rule> rules) {
        return new Pace(
                interval(own),
                facts.all("move", fact -> new Pace.Move(fact.at(), fact.day(), fact.word(), fact.maybeKnown())),
                rules,
                facts.all("silence", fact -> new Pace.Silence(fact.day(), fact.known(), fact.other())));
    }

    private static Map<UUID, List<Fact>> byRef(Sorted facts, String kind) {
        return facts.kinds().getOrDefault(kind, List.of()).stream()
                .collect(Collectors.groupingBy(fact -> Objects.requireNonNull(fact.ref())));
    }

    private static String upper(String code) {
        return code.toUpperCase(Locale.ROOT);
    }
}
