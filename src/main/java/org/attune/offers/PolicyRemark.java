package org.attune.offers;

import java.util.Locale;

/** Something about a policy that one may want and should know. */
public record PolicyRemark(What what, OfferKind kind) {

    public enum What {
        /** Everything of the policy is off. */
        ONLY_HARD_RULES,
        /** The price is to be below a cost that nobody has to ask for. */
        PRICE_WITHOUT_COST,
        /** Nobody can propose an offer. */
        NO_PUSH,
        /** More is asked of what they bought before than of what is new to them. */
        STRICTER_THAN_NEW
    }

    /** The last part of its message key. */
    public String code() {
        return what.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
