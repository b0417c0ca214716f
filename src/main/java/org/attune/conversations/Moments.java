package org.attune.conversations;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Year;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds a day and a time in the first line of a message, as mail and chat programs write them. */
final class Moments {

    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
    private static final List<String> GERMAN = List.of("mär", "mai", "okt", "dez");
    private static final List<String> ENGLISH = List.of("mar", "may", "oct", "dec");

    private static final Pattern TIME =
            Pattern.compile("\\b(\\d{1,2}):(\\d{2})(?::\\d{2})?(?:\\s?([ap])\\.?m\\b)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern ISO = Pattern.compile("\\b(\\d{4})-(\\d{2})-(\\d{2})\\b");
    private static final Pattern DOTTED = Pattern.compile("\\b(\\d{1,2})[./](\\d{1,2})[./](\\d{4}|\\d{2})\\b");
    private static final Pattern DAY_MONTH =
            Pattern.compile("\\b(\\d{1,2})\\.? ([\\p{L}]{3,9})\\.?,?(?: (\\d{4}))?\\b");
    private static final Pattern MONTH_DAY = Pattern.compile("\\b([\\p{L}]{3,9})\\.? (\\d{1,2}),?(?: (\\d{4}))?\\b");

    private Moments() {}

    static @Nullable LocalDateTime in(String line, LocalDate around) {
        LocalTime time = time(line);
        LocalDate day = time == null ? null : day(line, around);
        return day == null || time == null ? null : day.atTime(time);
    }

    private static @Nullable LocalTime time(String line) {
        Matcher found = TIME.matcher(line);
        if (!found.find()) {
            return null;
        }
        int hour = Integer.parseInt(found.group(1));
        String half = found.group(3);
        if (half != null) {
            hour = hour % 12 + (half.equalsIgnoreCase("p") ? 12 : 0);
        }
        int minute = Integer.parseInt(found.group(2));
        return hour > 23 || minute > 59 ? null : LocalTime.of(hour, minute);
    }

    private static @Nullable LocalDate day(String line, LocalDate around) {
        Matcher iso = ISO.matcher(line);
        if (iso.find()) {
            return date(iso.group(1), Integer.parseInt(iso.group(2)), iso.group(3), around);
        }
        Matcher dotted = DOTTED.matcher(line);
        if (dotted.find()) {
            return date(dotted.group(3), Integer.parseInt(dotted.group(2)), dotted.group(1), around);
        }
        Matcher dayMonth = DAY_MONTH.matcher(line);
        while (dayMonth.find()) {
            if (month(dayMonth.group(2)) > 0) {
                return date(dayMonth.group(3), month(dayMonth.group(2)), dayMonth.group(1), around);
            }
        }
        Matcher monthDay = MONTH_DAY.matcher(line);
        while (monthDay.find()) {
            if (month(monthDay.group(1)) > 0) {
                return date(monthDay.group(3), month(monthDay.group(1)), monthDay.group(2), around);
            }
        }
        return null;
    }

    private static int month(String name) {
        String three = name.toLowerCase(Locale.ROOT).substring(0, 3);
        int german = GERMAN.indexOf(three);
        int at = MONTHS.indexOf(german >= 0 ? ENGLISH.get(german) : three);
        return at % 3 == 0 ? at / 3 + 1 : 0;
    }

    /** Without a year it is the last such day that is not to come. */
    private static @Nullable LocalDate date(@Nullable String year, int month, String day, LocalDate around) {
        try {
            if (year == null) {
                LocalDate thisYear = LocalDate.of(around.getYear(), month, Integer.parseInt(day));
                return thisYear.isAfter(around) ? thisYear.minusYears(1) : thisYear;
            }
            int full = Integer.parseInt(year) + (year.length() == 2 ? 2000 : 0);
            return LocalDate.of(Year.of(full).getValue(), month, Integer.parseInt(day));
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }
}
