package org.attune.offers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.attune.offers.PolicyRemark.What;
import org.junit.jupiter.api.Test;

/** What an admin is told about their choices. */
class GatePolicyTests {

    @Test
    void withEverythingOffTheHardRulesHold() {
        GatePolicy off = new GatePolicy(Map.of());

        assertThat(off.remarks())
                .extracting(PolicyRemark::what)
                .containsExactly(What.ONLY_HARD_RULES, What.ONLY_HARD_RULES, What.ONLY_HARD_RULES);
        for (OfferKind kind : OfferKind.values()) {
            assertThat(off.of(kind, Rule.NEED_HEARD)).isEqualTo(Demand.ALWAYS);
            assertThat(off.of(kind, Rule.RESPONSE_GIVEN)).isEqualTo(Demand.ALWAYS);
        }
    }

    @Test
    void aPriceIsComparedWithACostSomebodyAskedFor() {
        assertThat(with(OfferKind.TENDER, Rule.PRICE_BELOW_COST, Demand.REQUIRED)
                        .remarks())
                .contains(new PolicyRemark(What.PRICE_WITHOUT_COST, OfferKind.TENDER));
        GatePolicy both = and(
                with(OfferKind.TENDER, Rule.PRICE_BELOW_COST, Demand.REQUIRED),
                OfferKind.TENDER,
                Rule.COST_KNOWN,
                Demand.REQUIRED);
        assertThat(both.remarks()).extracting(PolicyRemark::what).doesNotContain(What.PRICE_WITHOUT_COST);
    }

    @Test
    void whereTheyHaveToAskNobodyProposes() {
        assertThat(with(OfferKind.NEW, Rule.ASKED_FOR, Demand.REQUIRED).remarks())
                .contains(new PolicyRemark(What.NO_PUSH, OfferKind.NEW));
    }

    @Test
    void askingMoreForTheSameAgainIsSaid() {
        assertThat(with(OfferKind.AGAIN, Rule.COST_KNOWN, Demand.WARN).remarks())
                .contains(new PolicyRemark(What.STRICTER_THAN_NEW, OfferKind.AGAIN));
        assertThat(with(OfferKind.NEW, Rule.COST_KNOWN, Demand.WARN).remarks())
                .extracting(PolicyRemark::what)
                .doesNotContain(What.STRICTER_THAN_NEW);
    }

    @Test
    void changesAreNamedOneByOneInTheOrderOfThePage() {
        GatePolicy before = new GatePolicy(Map.of());
        GatePolicy after = and(
                with(OfferKind.TENDER, Rule.COST_KNOWN, Demand.WARN), OfferKind.NEW, Rule.ASKED_FOR, Demand.REQUIRED);

        assertThat(after.changesFrom(before))
                .isEqualTo(List.of(
                        new GatePolicy.Change(OfferKind.TENDER, Rule.COST_KNOWN, Demand.OFF, Demand.WARN),
                        new GatePolicy.Change(OfferKind.NEW, Rule.ASKED_FOR, Demand.OFF, Demand.REQUIRED)));
        assertThat(after.changesFrom(after)).isEmpty();
    }

    private static GatePolicy with(OfferKind kind, Rule rule, Demand demand) {
        return and(new GatePolicy(Map.of()), kind, rule, demand);
    }

    static GatePolicy and(GatePolicy policy, OfferKind kind, Rule rule, Demand demand) {
        Map<OfferKind, Policy> kinds = new EnumMap<>(policy.kinds());
        Map<Rule, Demand> demands = new EnumMap<>(policy.of(kind).demands());
        demands.put(rule, demand);
        kinds.put(kind, new Policy(kind, demands));
        return new GatePolicy(kinds);
    }
}
