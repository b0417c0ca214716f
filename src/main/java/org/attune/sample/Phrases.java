package org.attune.sample;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** What is said in one language: sentences of our own whose gaps are filled by chance. */
final class Phrases {

    /** Left for whoever says it to somebody. */
    static final String GIVEN = "{given}";

    private static final Map<String, Phrases> ALL = Map.of("en", new Phrases("en"), "de", new Phrases("de"));

    private final Map<String, List<List<String>>> sentences = new LinkedHashMap<>();
    private final WordFile words;
    private final String language;

    private Phrases(String language) {
        this.language = language;
        this.words = WordFile.of("words_" + language + ".txt");
        words.all()
                .forEach((group, lines) ->
                        sentences.put(group, lines.stream().map(Phrases::parts).toList()));
    }

    static Phrases of(String language) {
        return Objects.requireNonNull(ALL.get(language));
    }

    /** What a talk is about, so that its sentences are about the same. */
    record About(int topic, String amount, int part) {

        static About anything(Dice dice) {
            return new About(dice.below(1000), "", 0);
        }
    }

    String say(String group, About about, Dice dice) {
        List<List<String>> of = sentences.get(group);
        if (of == null) {
            throw new IllegalArgumentException(group);
        }
        List<String> parts = dice.pick(of);
        if (parts.size() == 1) {
            return parts.get(0);
        }
        StringBuilder said = new StringBuilder();
        for (int n = 0; n < parts.size(); n++) {
            said.append(n % 2 == 0 ? parts.get(n) : filled(parts.get(n), about, dice));
        }
        return said.toString();
    }

    private String filled(String gap, About about, Dice dice) {
        return switch (gap) {
            case "amount" -> about.amount();
            case "part" -> Integer.toString(about.part());
            case "topic" -> topic(about);
            case "Topic" -> capital(topic(about));
            case "Family" -> dice.pick(House.names("family", language));
            case "Town" -> dice.pick(House.names("place", language));
            case "code" -> Integer.toString(dice.between(10_000, 99_999));
            case "given" -> GIVEN;
            default ->
                Character.isUpperCase(gap.charAt(0))
                        ? capital(
                                dice.pick(words.lines(gap.substring(0, 1).toLowerCase(Locale.ROOT) + gap.substring(1))))
                        : dice.pick(words.lines(gap));
        };
    }

    private String topic(About about) {
        List<String> topics = words.lines("topic");
        return topics.get(about.topic() % topics.size());
    }

    private static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /** What stands between gaps at even places, their names at odd ones. */
    private static List<String> parts(String line) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int gap = line.indexOf('{'); gap >= 0; gap = line.indexOf('{', from)) {
            int end = line.indexOf('}', gap);
            parts.add(line.substring(from, gap));
            parts.add(line.substring(gap + 1, end));
            from = end + 1;
        }
        parts.add(line.substring(from));
        return List.copyOf(parts);
    }
}
