package org.attune.access;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.attune.platform.RuleRefused;

/**
 * What a password must be: long, and not among the first that somebody would try. No list of leaked passwords comes along;
 * nearly all long ones on such lists are common words, keys side by side, something counted or something repeated, with
 * digits and signs around, and those are recognised by what they are made of.
 */
final class PasswordRules {

    static final int SHORTEST = 12;
    static final int LONGEST = 128;

    private static final int FEWEST_DIFFERENT = 5;
    private static final Set<String> WORDS = words();
    private static final List<String> WALKS = List.of(
            "qwertyuiop",
            "asdfghjkl",
            "zxcvbnm",
            "qwertzuiop",
            "yxcvbnm",
            "azertyuiop",
            "qsdfghjklm",
            "wxcvbn",
            "abcdefghijklmnopqrstuvwxyz",
            "01234567890",
            "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik",
            "q1w2e3r4t5y6u7i8o9p0",
            "1q2w3e4r5t6y7u8i9o0p",
            "qazwsxedcrfvtgbyhnujm");

    private PasswordRules() {}

    static void check(String password, String email, String name, String field) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST) {
            throw new RuleRefused("access.password.too-short", field, SHORTEST);
        }
        if (length > LONGEST) {
            throw new RuleRefused("access.password.too-long", field, LONGEST);
        }
        if (containsThePerson(password, email, name)) {
            throw new RuleRefused("access.password.contains-you", field);
        }
        if (isCommon(password)) {
            throw new RuleRefused("access.password.common", field);
        }
    }

    private static boolean containsThePerson(String password, String email, String name) {
        String lower = password.toLowerCase(Locale.ROOT);
        String self = email.toLowerCase(Locale.ROOT);
        String mailbox = self.substring(0, Math.max(self.indexOf('@'), 0));
        return contains(lower, mailbox)
                || List.of(name.toLowerCase(Locale.ROOT).split("[^\\p{L}]+")).stream()
                        .anyMatch(part -> contains(lower, part));
    }

    private static boolean contains(String password, String part) {
        return part.length() >= 4 && password.contains(part);
    }

    static boolean isCommon(String password) {
        String lower = password.toLowerCase(Locale.ROOT);
        return lower.chars().distinct().count() < FEWEST_DIFFERENT || repeats(lower) || isMadeOfTheUsual(lower);
    }

    /** One thing, said again and again. */
    private static boolean repeats(String text) {
        return (text + text).indexOf(text, 1) < text.length();
    }

    /** Whether fewer than four letters or digits are left once words, walks, years and signs are taken out. */
    private static boolean isMadeOfTheUsual(String text) {
        BitSet usual = new BitSet(text.length());
        for (String reading : List.of(text, plain(text))) {
            for (int from = 0; from < reading.length(); from++) {
                usual.set(from, from + longestUsual(reading, from));
            }
        }
        return IntStream.range(0, text.length())
                        .filter(i -> !usual.get(i) && Character.isLetterOrDigit(text.charAt(i)))
                        .count()
                < 4;
    }

    private static int longestUsual(String text, int from) {
        for (int to = text.length(); to > from + 2; to--) {
            String part = text.substring(from, to);
            if (WORDS.contains(part) || isWalk(part) || part.matches("(19|20)\\d\\d|(.)\\2{2,}")) {
                return part.length();
            }
        }
        return 0;
    }

    private static boolean isWalk(String part) {
        String backwards = new StringBuilder(part).reverse().toString();
        return WALKS.stream().anyMatch(walk -> walk.contains(part) || walk.contains(backwards));
    }

    /** Undoes the usual spelling with digits and signs, letter by letter. */
    private static String plain(String text) {
        StringBuilder plain = new StringBuilder();
        for (char c : text.toCharArray()) {
            int at = "0134578@$!|€".indexOf(c);
            plain.append(at < 0 ? c : "oieastbasiie".charAt(at));
        }
        return plain.toString();
    }

    private static Set<String> words() {
        try (InputStream in = PasswordRules.class.getResourceAsStream("usual-words.txt")) {
            if (in == null) {
                throw new IllegalStateException("usual-words.txt is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .flatMap(line -> List.of(line.strip().split("\\s+")).stream())
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
