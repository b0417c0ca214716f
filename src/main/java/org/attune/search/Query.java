package org.attune.search;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What somebody typed into the box, in the forms the different searches need. */
public record Query(String typed) {

    static final int LONGEST = 200;

    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Cn}\\u2028\\u2029]+");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}\\p{M}]+");
    private static final Pattern OPERATOR = Pattern.compile("\"|(^|\\s)-\\p{L}|\\sor\\s", Pattern.CASE_INSENSITIVE);

    /** Longer text is cut: nobody looks for a page of words, and a database should not try. */
    public static Query of(@Nullable String typed) {
        String seen = typed == null ? "" : UNSEEN.matcher(typed).replaceAll(" ").strip();
        String plain = Normalizer.normalize(seen, Normalizer.Form.NFC);
        int length = Math.min(LONGEST, plain.codePointCount(0, plain.length()));
        return new Query(plain.substring(0, plain.offsetByCodePoints(0, length)).strip());
    }

    public boolean isEmpty() {
        return typed.isEmpty();
    }

    /** With fewer than two letters or digits nearly everything would be found. */
    public boolean isTooShort() {
        return words().stream().mapToInt(String::length).sum() < 2;
    }

    List<String> words() {
        return WORD.matcher(typed).results().map(MatchResult::group).toList();
    }

    /** For {@code like}: what is a wildcard there is meant literally. */
    String pattern() {
        return typed.replaceAll("([%_\\\\])", "\\\\$1");
    }

    /** A part of an e-mail address; empty where it cannot be one. */
    String email() {
        boolean one = typed.length() >= 3 && !typed.contains(" ");
        return one ? pattern().toLowerCase(Locale.ROOT) : "";
    }

    /** Digits of a phone number without what stands before it abroad; empty where these are too few. */
    String digits() {
        boolean number = typed.chars().noneMatch(Character::isLetter);
        String digits = typed.replaceAll("\\D", "").replaceFirst("^0+", "");
        return number && digits.length() >= 4 ? digits : "";
    }

    /** Whether it is written as for a search engine: a phrase in quotation marks, a minus, an or. */
    boolean hasOperators() {
        return OPERATOR.matcher(typed).find();
    }

    /** All words, the last one perhaps only begun. Each is letters and digits alone, so it cannot be an operator. */
    String allWords() {
        return words().isEmpty() ? "" : "'" + String.join("' & '", words()) + "':*";
    }
}
