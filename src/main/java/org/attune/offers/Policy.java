package org.attune.offers;

import java.util.EnumMap;
import java.util.Map;

/** What the organisation demands of one kind of offer, beyond the hard rules. */
public record Policy(OfferKind kind, Map<Rule, Demand> demands) {

    public Policy {
        Map<Rule, Demand> all = new EnumMap<>(Rule.class);
        for (Rule rule : Rule.values()) {
            all.put(rule, rule.isHard() ? Demand.ALWAYS : demands.getOrDefault(rule, Demand.OFF));
        }
        demands = Map.copyOf(all);
    }

    public Demand of(Rule rule) {
        return demands.getOrDefault(rule, Demand.OFF);
    }
}
