package org.attune.desk.web;

import java.util.UUID;
import org.attune.platform.Ids;
import org.jspecify.annotations.Nullable;

/** What was meant, beside words that stay. */
record CorrectionForm(@Nullable UUID id, @Nullable String words) {

    static CorrectionForm fresh() {
        return new CorrectionForm(Ids.next(), null);
    }

    UUID made() {
        return id == null ? Ids.next() : id;
    }

    String typed() {
        return words == null ? "" : words;
    }
}
