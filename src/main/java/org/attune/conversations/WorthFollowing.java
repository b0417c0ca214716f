package org.attune.conversations;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whether words sound as if more stood behind them: they name what bothers or worries somebody, or ask something. A small
 * list of words in English and German and nothing cleverer, so that a suggestion can be seen through; it is never more
 * than a suggestion.
 */
final class WorthFollowing {

    private static final String LIST = "worth-following.txt";
    private static final Pattern TELLING = Pattern.compile(
            "(?<![\\p{L}\\p{N}])(?:" + list() + ")(?![\\p{L}\\p{N}])", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private WorthFollowing() {}

    static boolean sounds(@Nullable String words) {
        return words != null
                && (words.stripTrailing().endsWith("?")
                        || TELLING.matcher(words).find());
    }

    private static String list() {
        try (InputStream list = Objects.requireNonNull(WorthFollowing.class.getResourceAsStream(LIST), LIST)) {
            return new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .map(word -> word.endsWith("*") ? word.substring(0, word.length() - 1) + "\\p{L}*" : word)
                    .collect(Collectors.joining("|"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
