package org.attune.desk.web;

import java.util.UUID;
import org.attune.platform.Ids;
import org.jspecify.annotations.Nullable;

/** What somebody looked up, and where, beside the dialogue. */
record LookedUpForm(
        @Nullable UUID id, @Nullable String words, @Nullable String source) {

    static LookedUpForm fresh() {
        return new LookedUpForm(Ids.next(), null, null);
    }

    UUID made() {
        return id == null ? Ids.next() : id;
    }

    String found() {
        return words == null ? "" : words;
    }

    String where() {
        return source == null ? "" : source;
    }
}
