package org.attune.nurture;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a line stands in the queue: after this one the next page goes on. */
record QueueKey(LocalDate day, UUID contact) {

    static final QueueKey START = new QueueKey(LocalDate.of(1, 1, 1), new UUID(0, 0));

    /** An address that somebody changed by hand begins at the start. */
    static QueueKey parse(@Nullable String key) {
        int between = key == null ? -1 : key.indexOf('~');
        if (key == null || between < 0) {
            return START;
        }
        try {
            LocalDate day = LocalDate.parse(key.substring(0, between));
            return day.getYear() > 9999 || day.isBefore(START.day())
                    ? START
                    : new QueueKey(day, UUID.fromString(key.substring(between + 1)));
        } catch (DateTimeParseException | IllegalArgumentException broken) {
            return START;
        }
    }

    @Override
    public String toString() {
        return day + "~" + contact;
    }
}
