package org.attune.offers;

import java.util.Locale;

/** Where an offer stands. That its time has passed is no decision and no state. */
public enum OfferState {
    DRAFT,
    SENT,
    DECIDED,
    /** A revision of it was sent. */
    REPLACED,
    WITHDRAWN;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static OfferState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
