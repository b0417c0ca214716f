package org.attune.voice;

import static java.util.stream.Collectors.joining;

import java.util.Collection;
import java.util.Comparator;
import java.util.regex.Pattern;

/** Words without the names in them: cut out, and never put in other words. */
final class Nameless {

    static final String CUT = "[…]";

    private static final int SHORTEST = 2;
    private static final Pattern ADDRESSES = Pattern.compile(
            "\\S+@\\S+|https?://\\S+|www\\.\\S+|(?<![\\p{L}\\d])\\+?\\d[\\d ()/-]{6,}\\d(?![\\p{L}\\d])");
    private static final Pattern SEVERAL = Pattern.compile("\\[…](?:\\s+(?:&\\s+|and\\s+|und\\s+)?\\[…])+");

    private Nameless() {}

    /** @param names of people and companies it may name; as they are written, capitals and all */
    static String cut(String words, Collection<String> names) {
        String plain = ADDRESSES.matcher(words).replaceAll(CUT);
        String any = names.stream()
                .map(String::strip)
                .filter(name -> name.length() >= SHORTEST && !name.startsWith("["))
                .distinct()
                .sorted(Comparator.comparing(String::length).reversed())
                .map(Pattern::quote)
                .collect(joining("|"));
        if (any.isEmpty()) {
            return plain;
        }
        String cut = Pattern.compile("(?<![\\p{L}\\p{N}])(?:" + any + ")(?![\\p{L}\\p{N}])")
                .matcher(plain)
                .replaceAll(CUT);
        return SEVERAL.matcher(cut).replaceAll(CUT);
    }
}
