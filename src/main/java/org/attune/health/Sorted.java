package org.attune.health;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The facts about one contact, by their kinds. */
record Sorted(Map<String, List<Fact>> kinds) {

    static Sorted by(List<Fact> facts) {
        return new Sorted(facts.stream().collect(Collectors.groupingBy(Fact::what)));
    }

    <T> List<T> all(String kind, Function<Fact, T> reading) {
        return kinds.getOrDefault(kind, List.of()).stream().map(reading).toList();
    }

    Fact only(String kind) {
        return kinds.getOrDefault(kind, List.of()).stream().findFirst().orElseThrow();
    }
}
