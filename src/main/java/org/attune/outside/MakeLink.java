package org.attune.outside;

import java.time.Instant;
import java.util.UUID;
import org.attune.people.ContactId;

/**
 * Makes a link for a customer.
 *
 * @param id made beforehand, so that a repeat makes nothing twice
 * @param about what it is about, in the words of whoever makes it: a need, or the contact themselves
 * @param until from then on it answers nothing
 */
public record MakeLink(OutsideLinkId id, LinkKind kind, ContactId contact, UUID about, Instant until) {}
