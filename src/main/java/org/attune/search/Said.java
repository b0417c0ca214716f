package org.attune.search;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.attune.platform.NotSeen;
import org.jspecify.annotations.Nullable;

/** Where a page of what was said ended: when which conversation took place, and which turn in it. */
record Said(Instant at, UUID talk, int seq) {

    private static final Said START =
            new Said(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1), Integer.MAX_VALUE);

    static Said parse(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return START;
        }
        String[] parts = text.split("~", 3);
        try {
            return new Said(Instant.parse(parts[0]), UUID.fromString(parts[1]), Integer.parseInt(parts[2]));
        } catch (DateTimeException | IllegalArgumentException | ArrayIndexOutOfBoundsException notOurs) {
            throw new NotSeen("page");
        }
    }

    OffsetDateTime moment() {
        return at.atOffset(ZoneOffset.UTC);
    }

    @Override
    public String toString() {
        return at + "~" + talk + "~" + seq;
    }
}
