package org.attune.offers;

import java.util.List;
import java.util.Map;
import org.attune.conversations.TurnId;
import org.attune.needs.NeedId;
import org.attune.people.ContactId;
import org.attune.platform.RuleRefused;
import org.jspecify.annotations.Nullable;

/**
 * An offer is recorded, if the gate is open.
 *
 * @param id made beforehand, so that a repeat records nothing twice
 * @param needs those it is for; the first of them names it
 * @param parts how much of each problem goes away, where that is known
 * @param asked the turn in which they asked for it; none: we propose it, and say why
 * @param repeats the accepted offer it is the same as; only for {@link OfferKind#AGAIN}
 * @param replaces the sent offer it is a revision of
 */
public record RecordOffer(
        OfferId id,
        ContactId contact,
        List<NeedId> needs,
        OfferKind kind,
        OfferWords words,
        Map<NeedId, PartGone> parts,
        @Nullable TurnId asked,
        @Nullable OfferId repeats,
        @Nullable OfferId replaces) {

    /** @throws RuleRefused where it is for no need */
    public RecordOffer {
        needs = needs.stream().distinct().toList();
        parts = Map.copyOf(parts);
        if (needs.isEmpty()) {
            throw new RuleRefused("offers.refused.needs", "needs");
        }
        if (asked == null && words.pushReason() == null) {
            throw new RuleRefused("offers.refused.push-reason", "pushReason");
        }
    }

    Terms terms(@Nullable Price repeatedPrice) {
        return new Terms(contact, words.price(), parts, asked, words.stillSensible(), repeatedPrice);
    }
}
