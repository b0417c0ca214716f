package org.attune.demo;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A phrase of a script: words to be taken one after the other, and perhaps a text behind {@code =}. */
final class Phrase {

    private static final String TEXT = "= ";

    private final Line line;
    private final Deque<String> words = new ArrayDeque<>();
    private final @Nullable String text;

    Phrase(Line line, String phrase) {
        this.line = line;
        int at = phrase.startsWith(TEXT) ? 0 : phrase.indexOf(" " + TEXT);
        this.text = at < 0
                ? null
                : phrase.substring(phrase.indexOf(TEXT, at) + TEXT.length()).strip();
        String before = at < 0 ? phrase : phrase.substring(0, at);
        Arrays.stream(before.strip().split("[ ,]+"))
                .filter(word -> !word.isEmpty())
                .forEach(words::add);
    }

    Line line() {
        return line;
    }

    boolean isOver() {
        return words.isEmpty();
    }

    String next(String what) {
        String word = words.poll();
        if (word == null) {
            throw line.problem("expected " + what);
        }
        return word;
    }

    int number(String what) {
        String word = next(what);
        try {
            return Integer.parseInt(word);
        } catch (NumberFormatException no) {
            throw line.problem("expected " + what + ", not " + word);
        }
    }

    <E extends Enum<E>> E one(Class<E> of) {
        String word = next("one of " + Arrays.toString(of.getEnumConstants()));
        try {
            return Enum.valueOf(of, word.toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException no) {
            throw line.problem(word + " is none of " + Arrays.toString(of.getEnumConstants()));
        }
    }

    /** Takes this word, wherever among the rest it stands. */
    boolean take(String word) {
        return words.removeFirstOccurrence(word);
    }

    /** Takes this word and the one that stands behind it. */
    @Nullable
    String after(String word) {
        List<String> all = List.copyOf(words);
        int at = all.indexOf(word);
        if (at < 0) {
            return null;
        }
        if (at + 1 == all.size()) {
            throw line.problem("expected something after " + word);
        }
        words.clear();
        words.addAll(all.subList(0, at));
        words.addAll(all.subList(at + 2, all.size()));
        return all.get(at + 1);
    }

    List<String> others() {
        List<String> all = List.copyOf(words);
        words.clear();
        return all;
    }

    @Nullable
    String text() {
        return text;
    }

    String needsText() {
        if (text == null) {
            throw line.problem("expected = and a text");
        }
        return text;
    }

    /** The parts of the text that {@code |} sets apart. */
    List<String> parts(int count) {
        List<String> parts =
                Arrays.stream(needsText().split("\\|", -1)).map(String::strip).toList();
        if (parts.size() != count) {
            throw line.problem("expected " + count + " parts with | between them");
        }
        return parts;
    }

    /** To be called when all is understood, so that a slip does not pass in silence. */
    void end() {
        if (!words.isEmpty()) {
            throw line.problem("did not expect " + String.join(" ", words));
        }
    }
}
