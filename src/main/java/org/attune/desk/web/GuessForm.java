package org.attune.desk.web;

import java.util.UUID;
import org.attune.platform.Ids;
import org.jspecify.annotations.Nullable;

/** An assumption or a hunch, in a line beside the dialogue. */
record GuessForm(@Nullable UUID id, @Nullable String words) {

    static GuessForm fresh() {
        return new GuessForm(Ids.next(), null);
    }

    UUID made() {
        return id == null ? Ids.next() : id;
    }

    String typed() {
        return words == null ? "" : words;
    }
}
