package org.attune.voice;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which words tell two ways of speaking apart: log-odds ratios with an informative Dirichlet prior, after Monroe, Colaresi and
 * Quinn, “Fightin’ Words”, Political Analysis 16(4), 2008. A word counts once for each thing said, so that one speech decides
 * nothing. See decision 0036.
 */
final class Telling {

    /** How much is known beforehand: as much as so many words, shared out as they occur on both sides together. */
    private static final double PRIOR = 20;

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:['’-][\\p{L}\\p{N}]+)*");
    private static final Pattern BREAK = Pattern.compile("[.!?…;:,()\\[\\]\"“”„\\n]+");
    private static final Set<String> STOP = stopWords();
    private static final int SHORTEST = 3;

    private Telling() {}

    /** Everything somebody said: words that say something, and two of them in a row. */
    static Set<String> in(String text) {
        Set<String> all = new LinkedHashSet<>();
        for (String part : BREAK.split(text.replace('’', '\'').toLowerCase(Locale.ROOT))) {
            String before = "";
            for (String word : words(part)) {
                boolean says = word.length() >= SHORTEST && !STOP.contains(word);
                if (says) {
                    all.add(word);
                    if (!before.isEmpty()) {
                        all.add(before + " " + word);
                    }
                }
                before = says ? word : "";
            }
        }
        return all;
    }

    private static List<String> words(String part) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(part);
        while (word.find()) {
            words.add(word.group());
        }
        return words;
    }

    /** Every word of the two sides, with how surely it belongs to the first. */
    static List<Phrase> apart(Collection<Set<String>> theirs, Collection<Set<String>> ours) {
        Map<String, Long> they = counts(theirs);
        Map<String, Long> we = counts(ours);
        double all = sum(they) + sum(we);
        Set<String> words = new HashSet<>(they.keySet());
        words.addAll(we.keySet());
        return words.stream()
                .map(word -> {
                    long y = they.getOrDefault(word, 0L);
                    long z = we.getOrDefault(word, 0L);
                    return new Phrase(word, y, z, score(y, sum(they), z, sum(we), PRIOR * (y + z) / all));
                })
                .toList();
    }

    static double score(double theirs, double allTheirs, double ours, double allOurs, double prior) {
        double they = theirs + prior;
        double we = ours + prior;
        double difference = Math.log(they / (allTheirs + PRIOR - they)) - Math.log(we / (allOurs + PRIOR - we));
        return difference / Math.sqrt(1 / they + 1 / we);
    }

    private static Map<String, Long> counts(Collection<Set<String>> said) {
        return said.stream().flatMap(Set::stream).collect(Collectors.groupingBy(word -> word, Collectors.counting()));
    }

    private static long sum(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    private static Set<String> stopWords() {
        try (InputStream in = Objects.requireNonNull(Telling.class.getResourceAsStream("stop-words.txt"))) {
            Map<String, Boolean> words = new HashMap<>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(line -> List.of(line.split("\\s+")).forEach(word -> words.put(word, true)));
            return Set.copyOf(words.keySet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
