package org.attune.people;

import java.util.UUID;
import org.attune.access.UserId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody else takes over.
 *
 * @param id made beforehand, so that a repeat hands nothing over twice
 * @param only this contact; none for everything that waits with somebody
 * @param to may be missing only where there is nothing to hand over
 */
public record HandOver(
        UUID id,
        UserId from,
        @Nullable UserId to,
        @Nullable ContactId only,
        @Nullable String why) {

    /** One contact, and what waits about it. */
    public static HandOver of(UUID id, UserId from, UserId to, ContactId only, @Nullable String why) {
        return new HandOver(id, from, to, only, why);
    }

    /** Everything that waits with somebody. */
    public static HandOver ofAll(UUID id, UserId from, @Nullable UserId to, @Nullable String why) {
        return new HandOver(id, from, to, null, why);
    }
}
