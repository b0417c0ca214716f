package org.attune.conversations;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.attune.access.Viewer;

/**
 * What a date means that does not say all of it.
 *
 * @param day the day on which a text was pasted: a date without a year is the last such day
 * @param zone of whoever pasted it: a time without one is theirs
 */
record Around(LocalDate day, ZoneId zone) {

    static Around now(Viewer viewer, Clock clock) {
        return new Around(LocalDate.ofInstant(clock.instant(), viewer.zone()), viewer.zone());
    }
}
