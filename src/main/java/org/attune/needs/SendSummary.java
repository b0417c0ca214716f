package org.attune.needs;

import org.attune.outside.OutsideLinkId;
import org.attune.people.ContactId;

/**
 * Sums a need up for one of its people, to be answered by a link.
 *
 * @param id of the link, made beforehand
 * @param days how long it can be answered
 */
public record SendSummary(OutsideLinkId id, NeedId need, ContactId contact, String text, int days) {

    public SendSummary {
        text = text.strip().replace("\r\n", "\n");
    }
}
