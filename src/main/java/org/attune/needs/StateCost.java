package org.attune.needs;

import java.util.UUID;
import org.attune.conversations.TurnId;
import org.attune.platform.RuleRefused;
import org.jspecify.annotations.Nullable;

/**
 * What the problem costs them, or that it cannot be counted, or that they would rather not say.
 *
 * @param amount only where it is counted
 * @param turn where they said it; none for our own estimate
 */
public record StateCost(
        UUID id,
        NeedId need,
        CostKind kind,
        @Nullable Cost amount,
        @Nullable String workedOut,
        @Nullable TurnId turn) {

    public StateCost {
        workedOut = workedOut == null || workedOut.isBlank() ? null : workedOut.strip();
        if (kind.counted() && amount == null) {
            throw new RuleRefused("needs.cost.amount-missing", "low");
        }
        if (!kind.counted()) {
            amount = null;
        }
        if (kind.theirs() && turn == null) {
            throw new RuleRefused("needs.cost.turn-missing", "turn");
        }
        if (!kind.theirs()) {
            turn = null;
        }
        if (workedOut != null && workedOut.length() > 2000) {
            throw new RuleRefused("needs.cost.worked-out.too-long", "workedOut");
        }
    }

    /** For comparing two of them side by side. */
    String inFigures() {
        Cost figures = amount;
        if (figures == null) {
            return workedOut == null ? "" : workedOut;
        }
        String upTo = figures.isRange() ? " – " + figures.upTo().toPlainString() : "";
        return figures.low().toPlainString() + upTo + " " + figures.currency();
    }
}
