package org.attune.digest;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.attune.access.WorkingWeek;

/**
 * A working morning where somebody is. It begins at seven by their clocks and lasts four hours: what comes later than that,
 * after downtime say, would tell of a day that is under way.
 *
 * @param before the working day before it
 */
record Morning(LocalDate day, LocalDate before, ZoneId zone) {

    private static final LocalTime BEGINS = LocalTime.of(7, 0);
    private static final int HOURS = 4;

    /** The one it is there now; none at any other hour, nor on a day on which nobody works. */
    static Optional<Morning> at(Instant now, ZoneId zone, WorkingWeek week) {
        LocalDate day = LocalDate.ofInstant(now, zone);
        Morning morning = new Morning(day, before(day, week), zone);
        boolean isNow = !now.isBefore(morning.begins()) && now.isBefore(morning.ends());
        return week.isWorked(day) && isNow ? Optional.of(morning) : Optional.empty();
    }

    private static LocalDate before(LocalDate day, WorkingWeek week) {
        LocalDate before = day.minusDays(1);
        while (!week.isWorked(before)) {
            before = before.minusDays(1);
        }
        return before;
    }

    /** Where the clocks jump over seven, it begins when they have jumped; where they strike it twice, at the first. */
    Instant begins() {
        return day.atTime(BEGINS).atZone(zone).toInstant();
    }

    Instant ends() {
        return day.atTime(BEGINS.plusHours(HOURS)).atZone(zone).toInstant();
    }
}
