package org.attune.insight;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * The days a dashboard is about.
 *
 * @param from the first day
 * @param until the last day, which counts
 * @param zone where these days begin and end: the organisation's, the same for everybody who looks
 */
public record Period(LocalDate from, LocalDate until, ZoneId zone) {

    /** @throws IllegalArgumentException where it ends before it begins */
    public Period {
        if (until.isBefore(from)) {
            throw new IllegalArgumentException("A period ends on its first day or later");
        }
    }

    /** How many days it has. */
    public long days() {
        return ChronoUnit.DAYS.between(from, until) + 1;
    }

    /** As many days, just before it. */
    public Period before() {
        return new Period(from.minusDays(days()), from.minusDays(1), zone);
    }
}
