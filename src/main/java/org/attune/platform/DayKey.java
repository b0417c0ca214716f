package org.attune.platform;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a row stands among others that are ordered by day: after this one the next page goes on. */
public record DayKey(LocalDate day, UUID id) {

    /** Before every row where the earliest stands first. */
    public static final DayKey EARLIEST = new DayKey(LocalDate.of(1, 1, 1), new UUID(0, 0));

    /** Before every row where the newest stands first. */
    public static final DayKey LATEST = new DayKey(LocalDate.of(9999, 12, 31), new UUID(-1, -1));

    /** An address that somebody changed by hand begins at the start. */
    public static DayKey parse(@Nullable String key, DayKey start) {
        if (key == null || !key.contains("~")) {
            return start;
        }
        try {
            int between = key.indexOf('~');
            return new DayKey(LocalDate.parse(key.substring(0, between)), UUID.fromString(key.substring(between + 1)));
        } catch (DateTimeParseException | IllegalArgumentException broken) {
            return start;
        }
    }

    @Override
    public String toString() {
        return day + "~" + id;
    }
}
