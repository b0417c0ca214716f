package org.attune.offers;

import java.util.UUID;

/** Names an offer. */
public record OfferId(UUID value) {}
