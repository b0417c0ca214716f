package org.attune.offers;

import java.util.EnumMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The organisation's own part of the gate. */
@Component
class Policies {

    private final JdbcClient jdbc;

    Policies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Policy of(OfferKind kind) {
        Map<Rule, Demand> demands = new EnumMap<>(Rule.class);
        jdbc.sql("select rule, demand from gate_policy where offer_kind = :kind")
                .param("kind", kind.code())
                .query(row -> {
                    demands.put(Rule.of(row.getString("rule")), Demand.of(row.getString("demand")));
                });
        return new Policy(kind, demands);
    }
}
