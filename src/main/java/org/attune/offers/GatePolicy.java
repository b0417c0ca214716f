package org.attune.offers;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** What the organisation demands of every kind of offer, beyond the hard rules. */
public record GatePolicy(Map<OfferKind, Policy> kinds) {

    public GatePolicy {
        Map<OfferKind, Policy> all = new EnumMap<>(OfferKind.class);
        for (OfferKind kind : OfferKind.values()) {
            all.put(kind, kinds.getOrDefault(kind, new Policy(kind, Map.of())));
        }
        kinds = Map.copyOf(all);
    }

    /** One demand of one kind of offer that is not what it was. */
    public record Change(OfferKind kind, Rule rule, Demand before, Demand after) {}

    public Policy of(OfferKind kind) {
        return Objects.requireNonNull(kinds.get(kind));
    }

    public Demand of(OfferKind kind, Rule rule) {
        return of(kind).of(rule);
    }

    /** What is different from another one, in the order in which the rules stand on the page. */
    public List<Change> changesFrom(GatePolicy before) {
        return Rule.ofPolicy().stream()
                .flatMap(rule -> Stream.of(OfferKind.values())
                        .map(kind -> new Change(kind, rule, before.of(kind, rule), of(kind, rule))))
                .filter(change -> change.before() != change.after())
                .toList();
    }

    /** What an admin should know about these choices before they are published. None of it is forbidden. */
    public List<PolicyRemark> remarks() {
        List<PolicyRemark> remarks = new ArrayList<>();
        for (OfferKind kind : OfferKind.values()) {
            Policy policy = of(kind);
            if (Rule.ofPolicy().stream().allMatch(rule -> policy.of(rule) == Demand.OFF)) {
                remarks.add(new PolicyRemark(PolicyRemark.What.ONLY_HARD_RULES, kind));
            }
            if (policy.of(Rule.PRICE_BELOW_COST) == Demand.REQUIRED && policy.of(Rule.COST_KNOWN) != Demand.REQUIRED) {
                remarks.add(new PolicyRemark(PolicyRemark.What.PRICE_WITHOUT_COST, kind));
            }
            if (policy.of(Rule.ASKED_FOR) == Demand.REQUIRED) {
                remarks.add(new PolicyRemark(PolicyRemark.What.NO_PUSH, kind));
            }
        }
        if (asksMoreThanOfNew(OfferKind.AGAIN)) {
            remarks.add(new PolicyRemark(PolicyRemark.What.STRICTER_THAN_NEW, OfferKind.AGAIN));
        }
        return remarks;
    }

    private boolean asksMoreThanOfNew(OfferKind kind) {
        return Rule.ofPolicy().stream().anyMatch(rule -> of(kind, rule).compareTo(of(OfferKind.NEW, rule)) < 0);
    }
}
