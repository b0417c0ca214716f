package org.attune.demo;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.regex.Pattern;

/**
 * Days as scripts count them: in working days from today, so that nobody is at work on a Sunday and what happened first
 * stays first. {@code today} and {@code yesterday} are what the calendar says.
 */
final class Days {

    private static final Pattern COUNTED = Pattern.compile("[+-]\\d{1,3}");
    private static final Duration A_WHILE = Duration.ofMinutes(50);

    private final Instant now;
    private final LocalDate today;
    private final ZoneId zone;

    Days(Instant now, ZoneId zone) {
        this.now = now;
        this.zone = zone;
        this.today = LocalDate.ofInstant(now, zone);
    }

    static boolean isDay(String word) {
        return word.equals("today")
                || word.equals("yesterday")
                || COUNTED.matcher(word).matches();
    }

    LocalDate day(String word) {
        return switch (word) {
            case "today" -> today;
            case "yesterday" -> today.minusDays(1);
            default -> counted(Integer.parseInt(word));
        };
    }

    private LocalDate counted(int workingDays) {
        LocalDate day = today;
        for (int left = Math.abs(workingDays); left > 0; ) {
            day = day.plusDays(Integer.signum(workingDays));
            if (isWorkingDay(day)) {
                left--;
            }
        }
        return day;
    }

    private static boolean isWorkingDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    boolean isSameDay(Instant one, Instant other) {
        return LocalDate.ofInstant(one, zone).equals(LocalDate.ofInstant(other, zone));
    }

    /** The moment of something planned. */
    Instant planned(String day, LocalTime time) {
        return day(day).atTime(time).atZone(zone).toInstant();
    }

    /** The moment of something that has happened: what this early in the day would still lie ahead was a while ago. */
    Instant past(String day, LocalTime time) {
        Instant moment = planned(day, time);
        Instant latest = now.minus(A_WHILE);
        return moment.isAfter(latest) ? latest : moment;
    }
}
