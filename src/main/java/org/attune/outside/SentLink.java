package org.attune.outside;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.attune.people.ContactId;
import org.jspecify.annotations.Nullable;

/**
 * A link as we see it.
 *
 * @param contactName none where the viewer does not see them
 * @param path where it leads, without the host; only for who made it, and as long as it opens
 * @param mayEnd whether the viewer may take it back
 * @param went how it went out, as far as that is known
 */
public record SentLink(
        OutsideLinkId id,
        LinkKind kind,
        UUID about,
        ContactId contact,
        @Nullable String contactName,
        String madeBy,
        Instant madeAt,
        Instant until,
        LinkState state,
        @Nullable Instant answeredAt,
        @Nullable String path,
        boolean mayEnd,
        List<Sending> went) {

    public SentLink {
        went = List.copyOf(went);
    }

    SentLink sent(List<Sending> ways) {
        return new SentLink(
                id, kind, about, contact, contactName, madeBy, madeAt, until, state, answeredAt, path, mayEnd, ways);
    }

    public boolean isOpen() {
        return state == LinkState.OPEN;
    }
}
