package org.attune.conversations;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;
import org.attune.platform.ChangedMeanwhile;
import org.attune.platform.NotSeen;
import org.attune.platform.RuleRefused;
import org.jspecify.annotations.Nullable;

/** Words as they are kept: composed the same way, without what no eye can see, and counted. */
final class Words {

    private static final int LONGEST = 20_000;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}'’.,:@/_-]*");

    private Words() {}

    /** Composed (NFC), with plain line ends and without control characters or halves of characters. */
    static String clean(String typed) {
        String composed = Normalizer.normalize(typed.replace("\r\n", "\n").replace('\r', '\n'), Normalizer.Form.NFC);
        StringBuilder kept = new StringBuilder(composed.length());
        composed.codePoints().filter(Words::isKept).forEach(kept::appendCodePoint);
        return kept.toString().strip();
    }

    static @Nullable String cleanOrNone(@Nullable String typed) {
        String clean = typed == null ? "" : clean(typed);
        return isBlank(clean) ? null : clean;
    }

    /** @throws RuleRefused where nothing is left, or it is too long to keep */
    static String required(@Nullable String typed, int longest, String field) {
        String clean = cleanOrNone(typed);
        if (clean == null) {
            throw new RuleRefused("conversations.words.missing", field);
        }
        return fitting(clean, longest, field);
    }

    static @Nullable String optional(@Nullable String typed, int longest, String field) {
        String clean = cleanOrNone(typed);
        return clean == null ? null : fitting(clean, longest, field);
    }

    /**
     * What the id stood for already is what was typed now.
     *
     * @throws ChangedMeanwhile where it is not; nothing of the two is dropped
     */
    static void same(Optional<String> before, String typed) {
        String kept = before.orElseThrow(() -> new NotSeen("something else of this id"));
        if (!kept.equals(typed)) {
            throw new ChangedMeanwhile(kept, typed);
        }
    }

    static String said(@Nullable String typed) {
        return required(typed, LONGEST, "words");
    }

    static int count(String words) {
        return (int) WORD.matcher(words).results().count();
    }

    private static String fitting(String words, int longest, String field) {
        if (words.codePointCount(0, words.length()) > longest) {
            throw new RuleRefused("conversations.words.too-long", field, longest);
        }
        return words;
    }

    private static boolean isKept(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL -> point == '\n' || point == '\t';
            case Character.SURROGATE, Character.UNASSIGNED -> false;
            default -> !isDirectionOverride(point);
        };
    }

    /** Overrides make words read differently from what is kept; the marks that Arabic or Hebrew need are left. */
    private static boolean isDirectionOverride(int point) {
        return point >= 0x202A && point <= 0x202E || point == 0xFEFF;
    }

    private static boolean isBlank(String words) {
        return words.codePoints()
                .allMatch(point -> Character.isWhitespace(point)
                        || Character.isSpaceChar(point)
                        || Character.getType(point) == Character.FORMAT);
    }
}
