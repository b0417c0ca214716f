package org.attune.pulse;

import org.attune.outside.OutsideLinkId;
import org.attune.people.ContactId;

/**
 * Asks somebody how it is with us.
 *
 * @param id of the link, made beforehand
 * @param days how long it can be answered
 */
public record AskPulse(OutsideLinkId id, ContactId contact, int days) {}
