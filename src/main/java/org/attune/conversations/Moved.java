package org.attune.conversations;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * A conversation took place at another time than was thought. What was said without a time of its own goes along; to another
 * day, all that was said on that day goes along by as much, and only what carries a day of its own stays.
 */
record Moved(ConversationId conversation, Instant from, Instant to, ZoneId zone) {

    boolean toAnotherDay() {
        return !day(from).equals(day(to));
    }

    Instant firstGoingAlong() {
        return toAnotherDay() ? day(from).atStartOfDay(zone).toInstant() : from;
    }

    Instant lastGoingAlong() {
        return toAnotherDay()
                ? day(from).plusDays(1).atStartOfDay(zone).toInstant().minusMillis(1)
                : from;
    }

    double seconds() {
        return Duration.between(from, to).toNanos() / 1e9;
    }

    private LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, zone);
    }
}
