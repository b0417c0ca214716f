package org.attune.offers;

import java.time.LocalDate;
import java.util.UUID;
import org.attune.platform.RuleRefused;
import org.jspecify.annotations.Nullable;

/**
 * They decided.
 *
 * @param id made beforehand, so that a repeat notes nothing twice
 * @param reason in their words
 * @param askAgainOn for <em>not now</em>: until then they are left in peace
 */
public record DecideOffer(
        UUID id,
        OfferId offer,
        DecisionKind kind,
        LocalDate onDay,
        @Nullable String reason,
        @Nullable LocalDate askAgainOn) {

    private static final int LONGEST = 5000;

    /** @throws RuleRefused where the reason is too long, or the day to ask again does not come after the decision */
    public DecideOffer {
        reason = reason == null || reason.isBlank() ? null : reason.strip();
        if (reason != null && reason.codePointCount(0, reason.length()) > LONGEST) {
            throw new RuleRefused("offers.refused.too-long", "reason", LONGEST);
        }
        if (kind != DecisionKind.NOT_NOW) {
            askAgainOn = null;
        }
        if (askAgainOn != null && !askAgainOn.isAfter(onDay)) {
            throw new RuleRefused("offers.refused.ask-again", "askAgainOn");
        }
    }
}
