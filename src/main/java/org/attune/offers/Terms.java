package org.attune.offers;

import java.util.Map;
import org.attune.conversations.TurnId;
import org.attune.needs.NeedId;
import org.attune.people.ContactId;
import org.jspecify.annotations.Nullable;

/**
 * As much of an offer as the gate judges.
 *
 * @param contact to whom it goes
 * @param parts how much of each problem goes away, where that is known
 * @param asked the turn in which they asked for it; none: we propose it
 * @param stillSensible why it makes sense although the price is not below the cost
 * @param repeatedPrice the price they accepted before, where the offer is made again
 */
public record Terms(
        ContactId contact,
        Price price,
        Map<NeedId, PartGone> parts,
        @Nullable TurnId asked,
        @Nullable String stillSensible,
        @Nullable Price repeatedPrice) {

    public Terms {
        parts = Map.copyOf(parts);
    }
}
