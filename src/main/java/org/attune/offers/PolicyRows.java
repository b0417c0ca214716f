package org.attune.offers;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.attune.access.Viewer;
import org.attune.platform.HouseRules;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads and writes policies, the one in force and those before it. */
@Component
class PolicyRows {

    private record InForce(OfferKind kind) {}

    private final JdbcClient jdbc;
    private final HouseRules house;

    PolicyRows(JdbcClient jdbc, HouseRules house) {
        this.jdbc = jdbc;
        this.house = house;
    }

    /** A version as it lies there: what it changed comes from the one before. */
    record Published(
            int number, UUID id, String note, @Nullable String by, Instant at) {}

    Policy of(OfferKind kind) {
        return house.get(new InForce(kind), () -> read(kind));
    }

    private Policy read(OfferKind kind) {
        Map<Rule, Demand> demands = new EnumMap<>(Rule.class);
        jdbc.sql("select rule, demand from gate_policy where offer_kind = :kind")
                .param("kind", kind.code())
                .query(row -> {
                    demands.put(Rule.of(row.getString("rule")), Demand.of(row.getString("demand")));
                });
        return new Policy(kind, demands);
    }

    /** Nobody else publishes until this transaction ends. */
    void oneAfterTheOther() {
        jdbc.sql("select 1 from (select pg_advisory_xact_lock(hashtext('gate_policy'))) l")
                .query(Integer.class)
                .single();
    }

    int newestNumber() {
        return jdbc.sql("select max(number) from gate_policy_version")
                .query(Integer.class)
                .single();
    }

    Optional<Integer> numberOf(UUID id) {
        return jdbc.sql("select number from gate_policy_version where id = :id")
                .param("id", id)
                .query(Integer.class)
                .optional();
    }

    /** The newest first. */
    List<Published> newest(int atMost) {
        return jdbc.sql("""
                        select v.number, v.id, v.note, u.name, v.published_at
                          from gate_policy_version v left join app_user u on u.id = v.published_by
                         order by v.number desc limit :most""")
                .param("most", atMost)
                .query((row, n) -> new Published(
                        row.getInt("number"),
                        PieceRows.uuid(row, "id"),
                        row.getString("note"),
                        row.getString("name"),
                        PieceRows.instant(row, "published_at")))
                .list();
    }

    /** The policies of these versions that there are. */
    Map<Integer, GatePolicy> policies(List<Integer> numbers) {
        Map<Integer, Map<OfferKind, Map<Rule, Demand>>> found = new TreeMap<>();
        if (!numbers.isEmpty()) {
            jdbc.sql("select number, offer_kind, rule, demand from gate_policy_part where number in (:numbers)")
                    .param("numbers", numbers)
                    .query(row -> {
                        found.computeIfAbsent(row.getInt("number"), n -> new EnumMap<>(OfferKind.class))
                                .computeIfAbsent(
                                        OfferKind.of(row.getString("offer_kind")), k -> new EnumMap<>(Rule.class))
                                .put(Rule.of(row.getString("rule")), Demand.of(row.getString("demand")));
                    });
        }
        Map<Integer, GatePolicy> policies = new TreeMap<>();
        found.forEach((number, kinds) -> {
            Map<OfferKind, Policy> policy = new EnumMap<>(OfferKind.class);
            kinds.forEach((kind, demands) -> policy.put(kind, new Policy(kind, demands)));
            policies.put(number, new GatePolicy(policy));
        });
        return policies;
    }

    void insert(Viewer viewer, int number, PublishPolicy publish, Instant now) {
        jdbc.sql("""
                        insert into gate_policy_version (number, id, note, published_by, published_at)
                        values (:number, :id, :note, :by, :at)""")
                .param("number", number)
                .param("id", publish.id())
                .param("note", publish.note())
                .param("by", viewer.uuid())
                .param("at", Timestamp.from(now))
                .update();
        for (String[] part : parts(publish.policy())) {
            jdbc.sql(
                            "insert into gate_policy_part (number, offer_kind, rule, demand) values (:number, :kind, :rule, :demand)")
                    .param("number", number)
                    .param("kind", part[0])
                    .param("rule", part[1])
                    .param("demand", part[2])
                    .update();
        }
    }

    /** What differs is written and nothing else, so that the trail says what changed. */
    void putInForce(int number) {
        jdbc.sql("""
                        update gate_policy p set demand = n.demand from gate_policy_part n
                         where n.number = :number and n.offer_kind = p.offer_kind and n.rule = p.rule
                           and n.demand <> p.demand""").param("number", number).update();
    }

    private static List<String[]> parts(GatePolicy policy) {
        List<String[]> parts = new ArrayList<>();
        for (OfferKind kind : OfferKind.values()) {
            for (Rule rule : Rule.ofPolicy()) {
                parts.add(new String[] {
                    kind.code(), rule.code(), policy.of(kind, rule).code()
                });
            }
        }
        return parts;
    }
}
