package org.attune.desk;

import java.util.UUID;
import org.attune.fields.FieldFilter;
import org.attune.health.Band;
import org.jspecify.annotations.Nullable;

/**
 * Which contacts a list shows and in which order.
 *
 * @param words a part of a name or something close to one
 * @param company only people who work there
 * @param band only those who are doing so
 * @param after where the page before ended
 * @param own what the organisation's own fields are to hold
 */
public record ContactFilter(
        @Nullable Only only,
        @Nullable String words,
        @Nullable String stage,
        @Nullable UUID owner,
        @Nullable String tag,
        @Nullable UUID company,
        @Nullable Heard heard,
        @Nullable Band band,
        boolean archived,
        ContactOrder order,
        @Nullable String after,
        FieldFilter own) {

    public ContactFilter(
            @Nullable Only only,
            @Nullable String words,
            @Nullable String stage,
            @Nullable UUID owner,
            @Nullable String tag,
            @Nullable UUID company,
            @Nullable Heard heard,
            @Nullable Band band,
            boolean archived,
            ContactOrder order,
            @Nullable String after) {
        this(only, words, stage, owner, tag, company, heard, band, archived, order, after, FieldFilter.none());
    }

    /** The same, from another place on. */
    public ContactFilter from(@Nullable String key) {
        return new ContactFilter(only, words, stage, owner, tag, company, heard, band, archived, order, key, own);
    }

    public static ContactFilter none() {
        return new ContactFilter(null, null, null, null, null, null, null, null, false, ContactOrder.HEARD, null);
    }
}
