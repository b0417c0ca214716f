package org.attune.conversations;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names before the lines of a transcript or a chat. Not everything before a colon is one: it has to be somebody we
 * know, or to come back.
 */
record Labels(Set<String> speakers) {

    private static final String WHEN =
            "[\\[(]?(?:\\d{1,4}[./-]\\d{1,2}[./-]\\d{1,4},?\\s+)?\\d{1,2}:\\d{2}(?::\\d{2})?(?:\\s?[AaPp][Mm]|\\s?Uhr)?[\\])]?";
    private static final Pattern LABELLED = Pattern.compile(
            "^\\s*(?<when>" + WHEN
                    + "\\s*(?:-\\s*)?)?(?:(?:From|Von)\\s+)?\\*{0,2}(?<label>[^:*\\[\\]>\\d][^:*\\[\\]>]{0,39}?)"
                    + "(?:\\s+(?:to\\s+everyone|an\\s+alle))?\\s*(?:\\([^)]*\\)\\s*)?(?::\\*\\*|\\*\\*:|:)(?:\\s+(?<words>.*))?$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern OWN_LINE =
            Pattern.compile("^(?<label>\\p{L}[^:]{0,39}?)\\s{2,}(?<when>" + WHEN + ")\\s*$");

    /** A line with a name before it. */
    record Labelled(String label, String when, String words) {}

    static Labels in(List<String> lines, Voices voices) {
        Map<String, Integer> times = new HashMap<>();
        lines.forEach(line -> read(line).ifPresent(found -> times.merge(found.label(), 1, Integer::sum)));
        Set<String> speakers = new HashSet<>();
        times.forEach((label, count) -> {
            if (voices.of(label).isKnown() || count > 1 && isAName(label)) {
                speakers.add(label);
            }
        });
        return new Labels(Set.copyOf(speakers));
    }

    boolean isEmpty() {
        return speakers.isEmpty();
    }

    Optional<Labelled> of(String line) {
        return read(line).filter(found -> speakers.contains(found.label()));
    }

    private static Optional<Labelled> read(String line) {
        Matcher alone = OWN_LINE.matcher(line);
        if (alone.matches()) {
            return Optional.of(new Labelled(alone.group("label").strip(), alone.group("when"), ""));
        }
        Matcher found = LABELLED.matcher(line);
        if (!found.matches()) {
            return Optional.empty();
        }
        String words = found.group("words");
        String when = found.group("when");
        return Optional.of(new Labelled(
                found.group("label").strip(), when == null ? "" : when, words == null ? "" : words.strip()));
    }

    /** One to five words, the first with a capital. */
    private static boolean isAName(String label) {
        return Character.isUpperCase(label.codePointAt(0)) && label.split("\\s+").length <= 5;
    }
}
