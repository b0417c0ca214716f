package org.attune.promises;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** After which promise a page of what is due goes on. */
record DueKey(LocalDate due, UUID id) {

    private static final DueKey START = new DueKey(LocalDate.of(1900, 1, 1), new UUID(0, 0));

    /** An address that somebody changed by hand begins at the start. */
    static DueKey parse(@Nullable String key) {
        if (key == null || !key.contains("~")) {
            return START;
        }
        try {
            int between = key.indexOf('~');
            return new DueKey(LocalDate.parse(key.substring(0, between)), UUID.fromString(key.substring(between + 1)));
        } catch (DateTimeParseException | IllegalArgumentException broken) {
            return START;
        }
    }
}
