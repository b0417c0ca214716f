package org.attune.offers;

import java.util.Locale;

/** What sort of offer it is; each has a policy of its own. */
public enum OfferKind {
    NEW,
    /** The same as one they accepted. */
    AGAIN,
    /** Their clauses are heard, their published clarifications are answers. */
    TENDER;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static OfferKind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
