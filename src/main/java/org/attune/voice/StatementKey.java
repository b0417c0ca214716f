package org.attune.voice;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** After which statement a page goes on; the newest come first. */
record StatementKey(Instant putAt, UUID id) {

    private static final StatementKey START = new StatementKey(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1));

    /** An address that somebody changed by hand begins at the start. */
    static StatementKey parse(@Nullable String key) {
        if (key == null || !key.contains("~")) {
            return START;
        }
        try {
            int between = key.indexOf('~');
            Instant at = Instant.parse(key.substring(0, between));
            return at.isAfter(START.putAt) || at.isBefore(Instant.EPOCH)
                    ? START
                    : new StatementKey(at, UUID.fromString(key.substring(between + 1)));
        } catch (DateTimeException | IllegalArgumentException broken) {
            return START;
        }
    }
}
