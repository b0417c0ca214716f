package org.attune.conversations;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Words of English and German that a guess rests on, out of a file beside the code: what is guessed about a language can be
 * read there, and added to. One entry a line, {@code #} before a remark, {@code [name]} before a group; a star stands for any
 * letters, three dots for up to five words.
 */
final class WordList {

    private static final String LETTER = "[\\p{L}\\p{N}]";

    private final Map<String, List<String>> groups;

    private WordList(Map<String, List<String>> groups) {
        this.groups = groups;
    }

    static WordList of(String file) {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        String group = "";
        for (String line : lines(file)) {
            if (line.startsWith("[")) {
                group = line.substring(1, line.length() - 1);
            } else {
                groups.computeIfAbsent(group, name -> new ArrayList<>()).add(line);
            }
        }
        return new WordList(groups);
    }

    /** Any of them, anywhere. */
    Pattern anywhere(String group) {
        return pattern("(?<!" + LETTER + ")" + oneOf(group) + "(?!" + LETTER + ")");
    }

    /** Any of them, where a text begins. */
    Pattern beginning(String group) {
        return pattern("^" + oneOf(group) + "(?!" + LETTER + ")");
    }

    /** Nothing but one of them, and what may stand behind it. */
    Pattern alone(String group, String behind) {
        return pattern("^" + oneOf(group) + "(?!" + LETTER + ")" + behind + "$");
    }

    /** Any of them, as a part of a pattern. */
    String oneOf(String group) {
        return Objects.requireNonNull(groups.get(group), group).stream()
                .map(WordList::sign)
                .collect(joining("|", "(?:", ")"));
    }

    private static Pattern pattern(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static String sign(String entry) {
        return Pattern.quote(entry)
                .replace("*", "\\E\\p{L}*\\Q")
                .replace(" … ", "\\E\\s+(?:\\S+\\s+){0,5}?\\Q")
                .replace(" ", "\\E\\s+\\Q");
    }

    private static List<String> lines(String file) {
        try (InputStream in = Objects.requireNonNull(WordList.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
