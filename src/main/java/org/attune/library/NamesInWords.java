package org.attune.library;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The names by which somebody would know whose story it is. Whole words only, whatever their case: "Rau" does not stand in
 * "Frau". In what others read each is cut out, never replaced.
 */
final class NamesInWords {

    static final String CUT = "[…]";

    private static final int SHORTEST = 2;
    private static final Pattern LEGAL_FORM = Pattern.compile(
            "(?iu)[\\s,]+(gmbh|ag|kg|ohg|se|ug|e\\.?\\s?k\\.?|ltd\\.?|limited|inc\\.?|llc|plc|s\\.?a\\.?|b\\.?v\\.?|s\\.?r\\.?l\\.?|oy|ab|as|(gmbh\\s*)?&\\s*co\\.?(\\s*kg)?)\\s*$");

    private final List<String> names;

    private NamesInWords(List<String> names) {
        this.names = names;
    }

    static NamesInWords of(@Nullable String... known) {
        return new NamesInWords(Stream.of(known)
                .filter(Objects::nonNull)
                .flatMap(name -> Stream.of(name, LEGAL_FORM.matcher(name).replaceAll("")))
                .map(String::strip)
                .filter(name -> name.length() >= SHORTEST)
                .distinct()
                .sorted(Comparator.comparing(String::length).reversed())
                .toList());
    }

    /** Those that stand in one of these texts. */
    List<String> in(Stream<String> texts) {
        String all = texts.collect(Collectors.joining("\n"));
        return names.stream().filter(name -> whole(name).matcher(all).find()).toList();
    }

    String cutFrom(String text) {
        String without = text;
        for (String name : names) {
            without = whole(name).matcher(without).replaceAll(CUT);
        }
        return without;
    }

    /** A name also stands in its genitive: "Helen's", "Helens". */
    private static Pattern whole(String name) {
        return Pattern.compile(
                "(?<![\\p{L}\\p{N}])" + Pattern.quote(name) + "(?=s?(?![\\p{L}\\p{N}]))",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
