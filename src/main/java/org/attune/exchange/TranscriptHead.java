package org.attune.exchange;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the lines above a transcript say about it: the day, how long it took, who took part. */
record TranscriptHead(@Nullable LocalDate day, @Nullable Integer minutes, List<Person> people) {

    private static final Pattern DAY = Pattern.compile("(?im)^\\W*(?:date|datum|tag)\\W+(.{6,40}?)\\s*$");
    private static final Pattern MINUTES =
            Pattern.compile("(?im)^\\W*(?:duration|length|dauer|länge)\\W+(\\d{1,3})\\s*(?:min|minutes|minuten)\\b");
    private static final Pattern PERSON =
            Pattern.compile("(?m)^\\s*[-*]\\s+([^(\\n]{1,100}?)\\s*\\(([^)\\n]{1,200})\\)\\s*$");
    private static final Pattern RULE = Pattern.compile("(?m)^\\s*-{3,}\\s*$");
    private static final Pattern WEEKDAY = Pattern.compile("^\\p{L}+\\.?, ");
    private static final List<DateTimeFormatter> DAYS = Stream.of(Locale.ENGLISH, Locale.GERMAN)
            .flatMap(TranscriptHead::daysIn)
            .toList();

    /** Somebody who is said to have taken part. */
    record Person(
            String name,
            @Nullable String jobTitle,
            @Nullable String company) {

        boolean isCalled(String label) {
            String wanted = label.toLowerCase(Locale.ROOT);
            String full = name.toLowerCase(Locale.ROOT);
            return full.equals(wanted) || full.startsWith(wanted + " ") || full.endsWith(" " + wanted);
        }
    }

    static TranscriptHead of(String text) {
        Matcher rule = RULE.matcher(text);
        String head = text.substring(0, rule.find() ? rule.start() : Math.min(2000, text.length()));
        Matcher day = DAY.matcher(head);
        Matcher minutes = MINUTES.matcher(head);
        return new TranscriptHead(
                day.find() ? day(day.group(1)).orElse(null) : null,
                minutes.find() ? Integer.valueOf(minutes.group(1)) : null,
                PERSON.matcher(head)
                        .results()
                        .map(found -> person(found.group(1), found.group(2)))
                        .toList());
    }

    Optional<Person> person(String label) {
        return people.stream().filter(person -> person.isCalled(label)).findFirst();
    }

    private static Person person(String name, String aside) {
        int comma = aside.lastIndexOf(',');
        return comma < 0
                ? new Person(name, aside.strip(), null)
                : new Person(
                        name,
                        aside.substring(0, comma).strip(),
                        aside.substring(comma + 1).strip());
    }

    private static Optional<LocalDate> day(String words) {
        String day = WEEKDAY.matcher(words).replaceFirst("");
        return DAYS.stream().flatMap(format -> parsed(day, format).stream()).findFirst();
    }

    private static Stream<DateTimeFormatter> daysIn(Locale language) {
        return Stream.of(
                        "MMMM d, uuuu",
                        "MMM d, uuuu",
                        "d MMMM uuuu",
                        "d MMM uuuu",
                        "d. MMMM uuuu",
                        "d. MMM uuuu",
                        "d.M.uuuu",
                        "uuuu-M-d")
                .map(pattern -> DateTimeFormatter.ofPattern(pattern, language));
    }

    private static Optional<LocalDate> parsed(String words, DateTimeFormatter format) {
        try {
            return Optional.of(LocalDate.parse(words, format));
        } catch (DateTimeException another) {
            return Optional.empty();
        }
    }
}
