package org.attune.audit;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** After which entry a page goes on, the newest first. */
record EntryKey(Instant at, UUID id) {

    private static final EntryKey START = new EntryKey(Instant.parse("2900-01-01T00:00:00Z"), new UUID(0, 0));

    /** An address that somebody changed by hand begins at the start. */
    static EntryKey parse(@Nullable String key) {
        if (key == null || !key.contains("~")) {
            return START;
        }
        try {
            int between = key.indexOf('~');
            Instant at = Instant.parse(key.substring(0, between));
            return at.isAfter(START.at()) ? START : new EntryKey(at, UUID.fromString(key.substring(between + 1)));
        } catch (DateTimeException | IllegalArgumentException broken) {
            return START;
        }
    }

    static String of(EntryView entry) {
        return entry.at() + "~" + entry.id();
    }
}
