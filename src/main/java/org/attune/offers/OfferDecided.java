package org.attune.offers;

import java.time.LocalDate;
import org.attune.people.ContactId;

/** They decided about an offer. */
public record OfferDecided(OfferId offer, ContactId contact, DecisionKind kind, LocalDate onDay) {}
