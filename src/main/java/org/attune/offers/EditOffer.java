package org.attune.offers;

/**
 * A draft is reworded or priced anew; what it stands on stays.
 *
 * @param version of the draft as the form showed it
 */
public record EditOffer(OfferId id, int version, OfferWords words) {}
