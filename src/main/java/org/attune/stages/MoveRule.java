package org.attune.stages;

import java.time.LocalDate;
import org.attune.access.Hat;
import org.attune.platform.RuleRefused;
import org.jspecify.annotations.Nullable;

/** Back and aside are free; forward asks for what the stage asks for, or for a reason where the admin allows that. */
final class MoveRule {

    private final Definition definition;
    private final Standing standing;
    private final Criteria criteria;

    MoveRule(Definition definition, Standing standing, Criteria criteria) {
        this.definition = definition;
        this.standing = standing;
        this.criteria = criteria;
    }

    /**
     * What kind of move this is.
     *
     * @throws RuleRefused where it is none that may be made
     */
    How judge(Stage to, @Nullable String reason, @Nullable LocalDate until, LocalDate today) {
        boolean asksAgain = to.key().equals(Stage.NOT_NOW);
        if (to.key().equals(standing.stage()) && !asksAgain) {
            throw new RuleRefused("stages.move.already", "to", to.name());
        }
        if (asksAgain && (until == null || !until.isAfter(today))) {
            throw new RuleRefused("stages.move.until", "until");
        }
        if (to.aside()) {
            return How.ASIDE;
        }
        if (to.position() <= standing.place()) {
            return How.BACK;
        }
        if (to.isMetBy(criteria)) {
            return standing.stage() == null ? How.ENTERED : How.FORWARD;
        }
        return withoutCriteria(to, reason);
    }

    private How withoutCriteria(Stage to, @Nullable String reason) {
        if (!to.overrideAllowed()) {
            throw new RuleRefused("stages.move.not-yet", "to", to.name());
        }
        if (reason == null || reason.isBlank()) {
            throw new RuleRefused("stages.move.reason", "reason", to.name());
        }
        return How.OVERRIDDEN;
    }

    /**
     * The stage worth suggesting, if it is another one. Somebody beside the path is left there until their day has come.
     * Back is suggested only in a selling stage that was earned and of which nothing stands any more, because the need it
     * followed has ended; a customer stays one.
     */
    @Nullable
    Stage suggested(LocalDate today) {
        Stage furthest = definition.furthest(criteria).orElse(null);
        Stage now = standing.stage() == null
                ? null
                : definition.stage(standing.stage()).orElse(null);
        if (furthest == null || furthest.equals(now)) {
            return null;
        }
        if (now != null && now.aside()) {
            boolean over = standing.until() != null && !today.isBefore(standing.until());
            return over ? furthest : null;
        }
        return furthest.position() > standing.place() || nothingStandsOf(now) ? furthest : null;
    }

    private boolean nothingStandsOf(@Nullable Stage now) {
        return now != null
                && now.hat() == Hat.SALES
                && How.FORWARD.word().equals(standing.how())
                && criteria.of(now.key()).stream().noneMatch(CriterionView::met);
    }
}
