package org.attune.offers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.attune.offers.GateFixture.HELEN;
import static org.attune.offers.GateFixture.PETRA;
import static org.attune.offers.GateFixture.PRICE;
import static org.attune.offers.GateFixture.STRANGER;
import static org.attune.offers.GateFixture.complete;
import static org.attune.offers.GateFixture.price;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GateTests {

    @Test
    void opensWhenEverythingIsThere() {
        Readiness readiness = complete().offered();

        assertThat(readiness.isOpen()).isTrue();
        assertThat(readiness.here()).isEqualTo(9);
        assertThat(readiness.isPulled()).isTrue();
    }

    @Test
    void isClosedBeforeAnythingWasHeard() {
        Readiness readiness = new GateFixture().withoutTerms();

        assertThat(readiness.isOpen()).isFalse();
        assertThat(readiness.here()).isZero();
        assertThat(readiness.missing()).hasSize(9).allSatisfy(finding -> assertThat(finding.missing())
                .isNotNull());
    }

    @Test
    void staysClosedUntilTheNeedItselfWasSaid() {
        GateFixture talk = new GateFixture();
        talk.about(talk.heard(HELEN));

        assertThat(talk.withoutTerms().finding(Rule.NEED_HEARD).missing()).isEqualTo("not-stated");
    }

    @Test
    void staysClosedUntilAQuestionWasAnswered() {
        GateFixture talk = new GateFixture();
        Piece stated = talk.heard(HELEN);
        talk.stating(stated).responded(talk.ours("responded"), stated).demandingNothing();

        assertThat(talk.withoutTerms().isOpen()).isFalse();
        assertThat(talk.answered(talk.ours("asked"), stated).withoutTerms().isOpen())
                .isTrue();
    }

    @Test
    void takesNoAnswerThatIsNotAboutTheNeed() {
        GateFixture talk = new GateFixture();
        Piece stated = talk.heard(HELEN);
        talk.stating(stated)
                .answered(talk.ours("asked"), talk.heard(HELEN))
                .responded(talk.ours("responded"), stated)
                .demandingNothing();

        assertThat(talk.withoutTerms().finding(Rule.QUESTION_ANSWERED).isHere()).isFalse();
    }

    @Test
    void takesNoResponseThatWasOnlyTold() {
        GateFixture talk = new GateFixture();
        Piece stated = talk.heard(HELEN);
        talk.stating(stated)
                .answered(talk.ours("asked"), stated)
                .responded(talk.ours("told"), stated)
                .demandingNothing();

        assertThat(talk.withoutTerms().isOpen()).isFalse();
    }

    @Test
    void takesNoWordsOfSomebodyWhoIsNotOfTheNeed() {
        GateFixture talk = new GateFixture();
        talk.stating(talk.heard(STRANGER));

        assertThat(talk.withoutTerms().finding(Rule.NEED_HEARD).isHere()).isFalse();
    }

    @Test
    void isClosedForSomebodyWhoIsNotOfTheNeed() {
        Readiness readiness = complete().offered(STRANGER, PRICE, null);

        assertThat(readiness.isOpen()).isFalse();
        assertThat(readiness.finding(Rule.NEED_HEARD).missing()).isEqualTo("not-theirs");
    }

    @Test
    void hardRulesHoldWhateverThePolicySays() {
        Readiness readiness = new GateFixture().demandingNothing().withoutTerms();

        assertThat(readiness.isOpen()).isFalse();
        assertThat(readiness.always()).allSatisfy(f -> assertThat(f.demand()).isEqualTo(Demand.ALWAYS));
        assertThat(readiness.of()).isEqualTo(3);
    }

    @Test
    void aPlaybackAnsweredWithNotQuiteConfirmsNothing() {
        GateFixture talk = complete();
        talk.confirmed(false, talk.heard(HELEN));

        assertThat(talk.offered().isOpen()).isFalse();
        assertThat(talk.offered().finding(Rule.NEED_CONFIRMED).missing()).isEqualTo("not-quite");
    }

    @Test
    void ourOwnEstimateIsNoEvidence() {
        Readiness readiness = complete().costing("our_estimate", "24000", null).offered();

        assertThat(readiness.isOpen()).isFalse();
        assertThat(readiness.finding(Rule.COST_KNOWN).missing()).isEqualTo("our-estimate");
    }

    @Test
    void theyMayRatherNotSayWhatItCosts() {
        GateFixture talk = complete();
        Readiness readiness =
                talk.costing("rather_not_say", null, talk.heard(HELEN)).offered();

        assertThat(readiness.isOpen()).isTrue();
        assertThat(readiness.finding(Rule.COST_KNOWN).isHere()).isTrue();
        assertThat(readiness.finding(Rule.PRICE_BELOW_COST).missing()).isEqualTo("not-in-money");
    }

    @Test
    void aSolutionNobodyAgreedToIsNotEnough() {
        assertThat(complete().solution(null).offered().isOpen()).isFalse();
    }

    @Test
    void aPushIsAllowedWhereAskingIsOnlyWarnedAbout() {
        Readiness readiness = complete().offered(HELEN, PRICE, null);

        assertThat(readiness.isOpen()).isTrue();
        assertThat(readiness.isPulled()).isFalse();
        assertThat(readiness.finding(Rule.ASKED_FOR).missing()).isEqualTo("pushed");
    }

    @Test
    void noPushIsAllowedWhereAskingIsRequired() {
        Readiness readiness =
                complete().demanding(Rule.ASKED_FOR, Demand.REQUIRED).offered(HELEN, PRICE, null);

        assertThat(readiness.isOpen()).isFalse();
    }

    @Test
    void whatWasSaidBeforeOurResponseIsNoReactionToIt() {
        GateFixture talk = new GateFixture();
        Piece stated = talk.heard(HELEN);
        talk.stating(stated).responded(talk.ours("responded"), stated);

        assertThat(talk.withoutTerms().finding(Rule.REACTION_HEARD).missing()).isEqualTo("nothing");
    }

    @Test
    void aReactionMayComeAnotherDayAndOneThatIsMarkedCountsFirst() {
        GateFixture talk = new GateFixture();
        Piece stated = talk.heard(HELEN);
        talk.stating(stated).responded(talk.ours("responded"), stated);
        talk.anotherDay();
        Piece next = talk.heard(PETRA);
        Piece marked = talk.heard(PETRA);

        talk.about(next);
        assertThat(talk.withoutTerms().finding(Rule.REACTION_HEARD).evidence()).containsExactly(next);
        talk.reaction(marked);
        assertThat(talk.withoutTerms().finding(Rule.REACTION_HEARD).evidence()).containsExactly(marked);
    }

    @Test
    void theResponseTheyReactedToIsTheOneThatCounts() {
        GateFixture talk = new GateFixture();
        Piece stated = talk.heard(HELEN);
        Piece first = talk.ours("responded");
        Piece reaction = talk.heard(HELEN);
        Piece last = talk.ours("responded");
        talk.stating(stated).about(reaction).responded(last, stated).responded(first, stated);

        assertThat(talk.withoutTerms().finding(Rule.RESPONSE_GIVEN).evidence()).containsExactly(first, stated);
    }

    @Test
    void aPriceThatIsNotBelowTheCostIsSaidSo() {
        Readiness readiness = complete().offered(HELEN, price("18000"), null);

        assertThat(readiness.isOpen()).isTrue();
        assertThat(readiness.finding(Rule.PRICE_BELOW_COST).missing()).isEqualTo("not-below");
        assertThat(complete()
                        .offered(HELEN, price("17999.99"), null)
                        .finding(Rule.PRICE_BELOW_COST)
                        .isHere())
                .isTrue();
    }

    @Test
    void aPriceThatIsNotBelowTheCostKeepsTheGateClosedWhereThatIsRequired() {
        GateFixture strict = complete().demanding(Rule.PRICE_BELOW_COST, Demand.REQUIRED);

        assertThat(strict.offered(HELEN, price("18000"), null).isOpen()).isFalse();
        assertThat(strict.stillSensible("They save the auditors, too")
                        .offered(HELEN, price("18000"), null)
                        .isOpen())
                .isTrue();
    }

    @Test
    void pricesAreComparedOverTwelveMonthsInOneCurrency() {
        Price monthly = new Price(new BigDecimal("1000"), new BigDecimal("1400"), new BigDecimal("200"), "EUR");
        Price dollars = new Price(BigDecimal.TEN, BigDecimal.ZERO, BigDecimal.ZERO, "USD");

        assertThat(monthly.overTwelveMonths()).isEqualByComparingTo("18000");
        assertThat(complete()
                        .offered(HELEN, dollars, null)
                        .finding(Rule.PRICE_BELOW_COST)
                        .missing())
                .isEqualTo("other-currency");
    }

    @Test
    void thePriceIsJudgedWhenOneIsEntered() {
        Readiness readiness = complete().withoutTerms();

        assertThat(readiness.finding(Rule.PRICE_BELOW_COST).isLater()).isTrue();
        assertThat(readiness.here()).isEqualTo(9);
        assertThat(readiness.isComplete()).isTrue();
    }

    @Test
    void whatAnAcceptedOfferStoodOnCarriesOverWhenItIsMadeAgain() {
        GateFixture before = complete();
        Piece old = before.heard(HELEN);
        GateFixture again = new GateFixture()
                .again(
                        Map.of(
                                Rule.NEED_CONFIRMED, List.of(old),
                                Rule.COST_KNOWN, List.of(old),
                                Rule.SOLUTION_AGREED, List.of(old),
                                Rule.REACTION_HEARD, List.of(old),
                                Rule.NEED_HEARD, List.of(old)),
                        PRICE);
        Piece same = again.heard(HELEN);

        assertThat(again.offered().isOpen()).as("hard rules never carry over").isFalse();
        again.stating(same).answered(again.ours("asked"), same).responded(again.ours("responded"), same);
        Readiness readiness = again.offered();
        assertThat(readiness.isOpen()).isTrue();
        assertThat(readiness.finding(Rule.COST_KNOWN).carriedOver()).isTrue();
        assertThat(readiness.finding(Rule.PRICE_BELOW_COST).isHere()).isTrue();
        assertThat(again.offered(HELEN, price("9601"), null)
                        .finding(Rule.PRICE_BELOW_COST)
                        .isHere())
                .isFalse();
    }

    @Test
    void sendMeAPriceBringsOneOrTwoQuestionsToAskBack() {
        GateFixture talk = new GateFixture();
        Piece stated = talk.heard(HELEN);
        talk.stating(stated).asking(stated);

        assertThat(talk.withoutTerms().isPulled()).isTrue();
        assertThat(talk.withoutTerms().questionsToAsk()).containsExactly(Rule.QUESTION_ANSWERED, Rule.NEED_CONFIRMED);
    }

    @Test
    void paybackIsSaidInHalfMonths() {
        GateFixture talk = complete();
        Terms terms = new Terms(HELEN, PRICE, Map.of(talk.need, new PartGone(75, null)), null, null, null);
        PriceAgainstCost compared = PriceAgainstCost.of(List.of(talk.facts()), terms);

        assertThat(compared.paybackMonths()).isEqualByComparingTo("6.5");
        assertThat(compared.kept()).isEqualByComparingTo("8400");
        assertThat(compared.partPercent()).isEqualTo(75);
        assertThat(compared.pricePercent()).isEqualTo(40);
        assertThat(compared.priceOfPartPercent()).isEqualTo(53);
    }
}
