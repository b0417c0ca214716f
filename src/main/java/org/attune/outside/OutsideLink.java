package org.attune.outside;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.attune.access.UserId;
import org.attune.people.ContactId;
import org.jspecify.annotations.Nullable;

/**
 * A link as whoever opens it may know it.
 *
 * @param contact who they are today
 * @param sender the name of who of us made it
 * @param house whom the sender works for
 * @param locale of the contact; that of the house where theirs is not known
 */
public record OutsideLink(
        OutsideLinkId id,
        LinkKind kind,
        ContactId contact,
        UUID about,
        UserId madeBy,
        String sender,
        String house,
        Instant madeAt,
        Instant until,
        LinkState state,
        @Nullable Instant answeredAt,
        Locale locale) {

    public boolean isOpen() {
        return state == LinkState.OPEN;
    }

    public boolean isAnswered() {
        return state == LinkState.ANSWERED;
    }

    /** Whoever was merged is who was kept. */
    OutsideLink of(ContactId today) {
        return new OutsideLink(id, kind, today, about, madeBy, sender, house, madeAt, until, state, answeredAt, locale);
    }

    OutsideLink answeredNow(Instant at) {
        return new OutsideLink(
                id, kind, contact, about, madeBy, sender, house, madeAt, until, LinkState.ANSWERED, at, locale);
    }
}
