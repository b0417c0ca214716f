package org.attune.conversations;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds a day and a time in the first line of a message, as mail and chat programs write them; with the offset that stands
 * behind it, or else as the clock of whoever pasted it went.
 */
final class Moments {

    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
    private static final List<String> GERMAN = List.of("mär", "mrz", "mai", "okt", "dez", "jän");
    private static final List<String> ENGLISH = List.of("mar", "mar", "may", "oct", "dec", "jan");

    private static final Pattern TIME = Pattern.compile(
            "\\b(\\d{1,2})(?::|\\.(?=\\d{2} ?Uhr))(\\d{2})(?::\\d{2}(?:\\.\\d+)?)?(?:\\s?([ap])\\.?m\\b)?",
            Pattern.CASE_INSENSITIVE);
    /** Behind a time: "+0100", "-05:00", "UTC+1", "GMT-3". */
    private static final Pattern OFFSET = Pattern.compile(
            "^(?:\\s+\\(?|\\s*\\(?(?:UTC|GMT)\\s*)(?<sign>[+\u2212-])(?<hours>\\d{1,2}?):?(?<minutes>\\d{2})?\\b");

    private static final Pattern ZONE = Pattern.compile("^\\s*\\(?([A-Z]{1,5})\\b");
    private static final Map<String, Integer> ZONES = Map.ofEntries(
            Map.entry("Z", 0),
            Map.entry("UT", 0),
            Map.entry("UTC", 0),
            Map.entry("GMT", 0),
            Map.entry("WET", 0),
            Map.entry("WEST", 60),
            Map.entry("BST", 60),
            Map.entry("CET", 60),
            Map.entry("MEZ", 60),
            Map.entry("CEST", 120),
            Map.entry("MESZ", 120),
            Map.entry("EET", 120),
            Map.entry("EEST", 180),
            Map.entry("EST", -300),
            Map.entry("EDT", -240),
            Map.entry("CST", -360),
            Map.entry("CDT", -300),
            Map.entry("MST", -420),
            Map.entry("MDT", -360),
            Map.entry("PST", -480),
            Map.entry("PDT", -420));
    private static final Pattern ISO = Pattern.compile("\\b(\\d{4})-(\\d{2})-(\\d{2})\\b");
    private static final Pattern DOTTED = Pattern.compile("\\b(\\d{1,2})[./](\\d{1,2})[./](\\d{4}|\\d{2})\\b");
    private static final Pattern DAY_MONTH =
            Pattern.compile("\\b(\\d{1,2})\\.? ([\\p{L}]{3,9})\\.?,?(?: (\\d{4}))?\\b");
    private static final Pattern MONTH_DAY = Pattern.compile("\\b([\\p{L}]{3,9})\\.? (\\d{1,2}),?(?: (\\d{4}))?\\b");

    private Moments() {}

    static @Nullable Instant in(String line, Around around) {
        Matcher found = TIME.matcher(line);
        LocalTime time = found.find() ? time(found) : null;
        LocalDate day = time == null ? null : day(line, around.day());
        return day == null || time == null
                ? null
                : day.atTime(time)
                        .atZone(zone(line.substring(found.end()), around))
                        .toInstant();
    }

    /** As it stands behind the time: a number of hours goes before a name, which many places share. */
    private static ZoneId zone(String behind, Around around) {
        Matcher offset = OFFSET.matcher(behind);
        if (offset.find()) {
            int minutes = Integer.parseInt(offset.group("hours")) * 60
                    + Integer.parseInt(Objects.requireNonNullElse(offset.group("minutes"), "0"));
            boolean west = !offset.group("sign").equals("+");
            return minutes <= 18 * 60 ? ZoneOffset.ofTotalSeconds((west ? -60 : 60) * minutes) : around.zone();
        }
        Matcher name = ZONE.matcher(behind);
        Integer minutes = name.find() ? ZONES.get(name.group(1)) : null;
        return minutes == null ? around.zone() : ZoneOffset.ofTotalSeconds(60 * minutes);
    }

    private static @Nullable LocalTime time(Matcher found) {
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
