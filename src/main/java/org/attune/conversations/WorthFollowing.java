package org.attune.conversations;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether words sound as if more stood behind them: they name what bothers or worries somebody, or ask something. A small
 * list of words in English and German and nothing cleverer, so that a suggestion can be seen through; it is never more
 * than a suggestion.
 */
final class WorthFollowing {

    private static final Pattern TELLING = WordList.of("worth-following.txt").anywhere("");

    private WorthFollowing() {}

    static boolean sounds(@Nullable String words) {
        return words != null
                && (Guesses.isQuestion(words) || TELLING.matcher(words).find());
    }
}
