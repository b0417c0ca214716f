package org.attune.health;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The one place where what is known about a relationship comes together. */
@Component
class Gathering {

    private final JdbcClient jdbc;

    Gathering(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param facts {@link Facts#NOW} or {@link Facts#THEN} */
    List<Gathered> of(Collection<UUID> contacts, String facts, LocalDate today, ZoneId zone) {
        if (contacts.isEmpty()) {
            return List.of();
        }
        List<Fact> all = jdbc.sql(facts)
                .param("ids", contacts)
                .param("today", today)
                .param("zone", zone.getId())
                .query(Fact::of)
                .list();
        List<Fact> house = new ArrayList<>();
        Map<UUID, List<Fact>> byContact = new LinkedHashMap<>();
        for (Fact fact : all) {
            UUID contact = fact.contact();
            (contact == null ? house : byContact.computeIfAbsent(contact, id -> new ArrayList<>())).add(fact);
        }
        List<Pace.Rule> rules = rules(house);
        WeightsInForce weights = weights(house);
        return byContact.entrySet().stream()
                .map(one -> gathered(one.getKey(), Sorted.by(one.getValue()), rules, weights))
                .toList();
    }

    private static Gathered gathered(UUID contact, Sorted facts, List<Pace.Rule> rules, WeightsInForce weights) {
        Fact own = facts.only("contact");
        return new Gathered(
                contact,
                own.day(),
                own.maybeKnown(),
                own.other(),
                own.id(),
                facts.all("owner", fact -> new Gathered.Formerly(fact.day(), fact.maybeId())),
                facts.all("before", Gathering::before).stream().findFirst().orElse(null),
                FactReading.known(facts, own, rules),
                weights);
    }

    private static Gathered.Before before(Fact fact) {
        return new Gathered.Before(
                fact.maybeId(), fact.a() == null ? null : fact.intA(), Band.ofCode(fact.name()), fact.known());
    }

    private static List<Pace.Rule> rules(List<Fact> house) {
        return house.stream()
                .filter(fact -> fact.is("rule"))
                .map(fact ->
                        new Pace.Rule(Math.toIntExact(fact.c()), fact.day(), fact.name(), FactReading.interval(fact)))
                .toList();
    }

    private static WeightsInForce weights(List<Fact> house) {
        Map<Integer, Map<Factor, Integer>> each = new TreeMap<>();
        Map<Integer, LocalDate> set = new TreeMap<>();
        house.stream().filter(fact -> fact.is("weight")).forEach(fact -> {
            each.computeIfAbsent(fact.intB(), number -> new EnumMap<>(Factor.class))
                    .put(Factor.ofCode(fact.name()), fact.intA());
            set.put(fact.intB(), fact.day());
        });
        return new WeightsInForce(set.entrySet().stream()
                .map(one -> new WeightsInForce.Version(
                        one.getKey(), one.getValue(), new Weights(each.getOrDefault(one.getKey(), Map.of()))))
                .toList());
    }
}
