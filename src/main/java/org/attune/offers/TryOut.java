package org.attune.offers;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a policy would have said of offers that exist, beside what the one in force says of them today. Both judge what was
 * there when each was recorded.
 *
 * @param offers how many there are
 */
public record TryOut(int offers, Outcome today, Outcome draft, List<OfRule> rules) {

    public TryOut {
        rules = List.copyOf(rules);
    }

    /** How many would have opened with nothing missing, with a warning, or not at all. */
    public record Outcome(int open, int warned, int closed) {}

    /**
     * What one rule alone says.
     *
     * @param missing how many offers were recorded without it
     */
    public record OfRule(Rule rule, int missing, Effect today, Effect draft) {

        public boolean isDifferent() {
            return !today.equals(draft);
        }
    }

    public record Effect(int warns, int closes) {}

    /** @param met whether all its needs met it, for each rule of the policy */
    record Recorded(OfferId id, OfferKind kind, Map<Rule, Boolean> met) {

        boolean isMissing(Rule rule) {
            return !met.getOrDefault(rule, true);
        }

        boolean isMissing(Rule rule, GatePolicy policy, Demand demand) {
            return isMissing(rule) && policy.of(kind, rule) == demand;
        }

        boolean isClosed(GatePolicy policy) {
            return Rule.ofPolicy().stream().anyMatch(rule -> isMissing(rule, policy, Demand.REQUIRED));
        }

        boolean isWarned(GatePolicy policy) {
            return !isClosed(policy) && Rule.ofPolicy().stream().anyMatch(rule -> isMissing(rule, policy, Demand.WARN));
        }
    }

    static TryOut of(List<Recorded> offers, GatePolicy today, GatePolicy draft) {
        List<OfRule> rules = new ArrayList<>();
        for (Rule rule : Rule.ofPolicy()) {
            rules.add(new OfRule(
                    rule,
                    (int) offers.stream().filter(offer -> offer.isMissing(rule)).count(),
                    effect(offers, rule, today),
                    effect(offers, rule, draft)));
        }
        return new TryOut(offers.size(), outcome(offers, today), outcome(offers, draft), rules);
    }

    private static Effect effect(List<Recorded> offers, Rule rule, GatePolicy policy) {
        return new Effect(
                (int) offers.stream()
                        .filter(o -> o.isMissing(rule, policy, Demand.WARN))
                        .count(),
                (int) offers.stream()
                        .filter(o -> o.isMissing(rule, policy, Demand.REQUIRED))
                        .count());
    }

    private static Outcome outcome(List<Recorded> offers, GatePolicy policy) {
        int closed =
                (int) offers.stream().filter(offer -> offer.isClosed(policy)).count();
        int warned =
                (int) offers.stream().filter(offer -> offer.isWarned(policy)).count();
        return new Outcome(offers.size() - closed - warned, warned, closed);
    }
}
