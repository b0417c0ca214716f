package org.attune.stages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.attune.access.Hat;
import org.attune.platform.RuleRefused;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MoveRuleTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 30);

    private static final Stage KNOW = onPath("know", 1, Hat.MARKETING, true, true);
    private static final Stage TRUST = onPath("trust", 2, Hat.MARKETING, false, true);
    private static final Stage DECIDING = onPath("deciding", 3, Hat.SALES, true, true);
    private static final Stage CUSTOMER = onPath("customer", 4, Hat.MARKETING, true, false);
    private static final Stage NOT_NOW = beside("not_now", 5);
    private static final Stage PARTED = beside("parted", 6);
    private static final Definition DEFINITION =
            new Definition(1, List.of(KNOW, TRUST, DECIDING, CUSTOMER, NOT_NOW, PARTED));

    @Test
    void goesForwardWithWhatTheStageAsksFor() {
        var rule = standingIn(KNOW).with(DECIDING, true, true);

        assertThat(rule.judge(DECIDING, null, null, TODAY)).isEqualTo(How.FORWARD);
    }

    @Test
    void entersThePathWithTheFirstWordsHeard() {
        assertThat(nowhere().with(KNOW, true).judge(KNOW, null, null, TODAY)).isEqualTo(How.ENTERED);
    }

    @Test
    void asksForAReasonWhereSomethingIsMissing() {
        var rule = standingIn(KNOW).with(DECIDING, true, false);

        assertThatThrownBy(() -> rule.judge(DECIDING, " ", null, TODAY))
                .isInstanceOfSatisfying(RuleRefused.class, refused -> {
                    assertThat(refused.messageKey()).isEqualTo("stages.move.reason");
                    assertThat(refused.field()).isEqualTo("reason");
                });
        assertThat(rule.judge(DECIDING, "Said so at the fair", null, TODAY)).isEqualTo(How.OVERRIDDEN);
    }

    @Test
    void acceptsNoReasonWhereTheAdminAllowsNone() {
        var rule = standingIn(DECIDING).with(CUSTOMER, false);

        assertThatThrownBy(() -> rule.judge(CUSTOMER, "I am sure", null, TODAY))
                .isInstanceOfSatisfying(RuleRefused.class, refused -> assertThat(refused.messageKey())
                        .isEqualTo("stages.move.not-yet"));
    }

    @Test
    void isContentWithOneOfSeveralWhereTheStageAsksForAny() {
        assertThat(standingIn(KNOW).with(TRUST, false, true).judge(TRUST, null, null, TODAY))
                .isEqualTo(How.FORWARD);
    }

    @Test
    void goesBackAndAsideFreely() {
        var rule = standingIn(DECIDING).with(KNOW, false);

        assertThat(rule.judge(KNOW, null, null, TODAY)).isEqualTo(How.BACK);
        assertThat(rule.judge(PARTED, null, null, TODAY)).isEqualTo(How.ASIDE);
        assertThat(rule.judge(NOT_NOW, null, TODAY.plusDays(1), TODAY)).isEqualTo(How.ASIDE);
    }

    @Test
    void wantsADayAheadForNotNow() {
        var rule = standingIn(DECIDING).with(KNOW, false);

        for (LocalDate until : new LocalDate[] {TODAY, TODAY.minusDays(1)}) {
            assertThatThrownBy(() -> rule.judge(NOT_NOW, null, until, TODAY))
                    .isInstanceOfSatisfying(RuleRefused.class, refused -> assertThat(refused.field())
                            .isEqualTo("until"));
        }
        assertThatThrownBy(() -> rule.judge(NOT_NOW, null, null, TODAY)).isInstanceOf(RuleRefused.class);
    }

    @Test
    void returnsFromBesideThePathToThePlaceThatWasLeft() {
        var rule = beside(NOT_NOW, DECIDING, TODAY.plusDays(9)).with(DECIDING, false);

        assertThat(rule.judge(DECIDING, null, null, TODAY)).isEqualTo(How.BACK);
        assertThatThrownBy(() -> rule.judge(CUSTOMER, null, null, TODAY)).isInstanceOf(RuleRefused.class);
    }

    @Test
    void doesNotMoveToWhereTheyAre() {
        assertThatThrownBy(() -> standingIn(KNOW).with(KNOW, true).judge(KNOW, null, null, TODAY))
                .isInstanceOf(RuleRefused.class);
    }

    @Test
    void suggestsTheFurthestStageThatGotAllItAsksFor() {
        assertThat(standingIn(KNOW).with(DECIDING, true, true).suggested(TODAY)).isEqualTo(DECIDING);
        assertThat(standingIn(KNOW).with(DECIDING, true, false).suggested(TODAY))
                .isNull();
    }

    @Test
    void neverSuggestsACustomerBack() {
        assertThat(standingIn(CUSTOMER).with(DECIDING, true).suggested(TODAY)).isNull();
    }

    @Test
    void suggestsBackOnlyWhenNothingStandsOfTheSellingStageAnyMore() {
        assertThat(standingIn(DECIDING).with(DECIDING, true, false).suggested(TODAY))
                .isNull();
        assertThat(standingIn(DECIDING).with(DECIDING, false, false).suggested(TODAY))
                .isEqualTo(KNOW);
    }

    @Test
    void suggestsNothingToSomebodyBesideThePathBeforeTheirDay() {
        assertThat(beside(NOT_NOW, KNOW, TODAY.plusDays(1)).with(DECIDING, true).suggested(TODAY))
                .isNull();
        assertThat(beside(NOT_NOW, KNOW, TODAY).with(DECIDING, true).suggested(TODAY))
                .isEqualTo(DECIDING);
        assertThat(beside(PARTED, KNOW, null).with(DECIDING, true).suggested(TODAY))
                .isNull();
    }

    private static Given nowhere() {
        return new Given(Standing.NOWHERE);
    }

    private static Given standingIn(Stage stage) {
        return new Given(new Standing(
                stage.key(), stage.position(), Instant.EPOCH, null, UUID.randomUUID(), How.FORWARD.word()));
    }

    private static Given beside(Stage stage, Stage left, @Nullable LocalDate until) {
        return new Given(
                new Standing(stage.key(), left.position(), Instant.EPOCH, until, UUID.randomUUID(), How.ASIDE.word()));
    }

    /** Somebody who stands somewhere, and has given what the marketing stages ask for. */
    private record Given(Standing standing) {

        MoveRule with(Stage stage, boolean... met) {
            Map<String, List<CriterionView>> criteria = new HashMap<>(Map.of(
                    "know", List.of(criterion(true)),
                    "trust", List.of(criterion(false)),
                    "deciding", List.of(criterion(false)),
                    "customer", List.of(criterion(false))));
            var asked = new java.util.ArrayList<CriterionView>();
            for (boolean one : met) {
                asked.add(criterion(one));
            }
            criteria.put(stage.key(), asked);
            return new MoveRule(DEFINITION, standing, new Criteria(criteria));
        }

        private static CriterionView criterion(boolean met) {
            return new CriterionView("anything", 1, null, met, List.of());
        }
    }

    private static Stage onPath(String key, int position, Hat hat, boolean needsAll, boolean overrideAllowed) {
        Ask asks = needsAll ? Ask.allOf(List.of()) : Ask.anyOf(List.of());
        return new Stage(key, key, Colour.PINE, hat, position, key, 7, 14, null, asks, overrideAllowed);
    }

    private static Stage beside(String key, int position) {
        return new Stage(key, key, Colour.STONE, null, position, key, null, null, null, Ask.allOf(List.of()), true);
    }
}
