package org.attune.desk;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which contacts a list shows and in which order.
 *
 * @param words a part of a name or something close to one
 * @param company only people who work there
 * @param after where the page before ended
 */
public record ContactFilter(
        @Nullable Only only,
        @Nullable String words,
        @Nullable String stage,
        @Nullable UUID owner,
        @Nullable String tag,
        @Nullable UUID company,
        @Nullable Heard heard,
        boolean archived,
        ContactOrder order,
        @Nullable String after) {

    public static ContactFilter none() {
        return new ContactFilter(null, null, null, null, null, null, null, false, ContactOrder.HEARD, null);
    }
}
