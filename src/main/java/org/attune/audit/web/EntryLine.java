package org.attune.audit.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry in finished words.
 *
 * @param about the name of the record it belongs to, where there is one to name
 * @param path where that record is, if the viewer may go there
 * @param from address and browser; nothing where there was no request
 * @param removed whether the record went, and all its fields with it
 * @param fold what the fold is called that hides many values; nothing where they stand open
 * @param note why no values stand here, where there are some that do not
 */
record EntryLine(
        Instant at,
        String sentence,
        @Nullable String about,
        @Nullable String path,
        @Nullable String from,
        @Nullable String reference,
        boolean removed,
        @Nullable String fold,
        @Nullable String note,
        List<Value> values) {

    /** One field, before and after. */
    record Value(
            String field, @Nullable String before, @Nullable String after) {}
}
