package org.attune.platform.web;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a browser says it is, in a few words: Firefox 140, Linux. Some claim to be several; the first that fits counts. */
final class Agent {

    private record Name(String word, Pattern pattern) {}

    private static final List<Name> BROWSERS = List.of(
            new Name("Edge", Pattern.compile("Edg[A-Za-z]*/(\\d{1,4})")),
            new Name("Opera", Pattern.compile("OPR/(\\d{1,4})")),
            new Name("Firefox", Pattern.compile("(?:Firefox|FxiOS)/(\\d{1,4})")),
            new Name("Chrome", Pattern.compile("(?:Chrome|CriOS|Chromium|HeadlessChrome)/(\\d{1,4})")),
            new Name("Safari", Pattern.compile("Version/(\\d{1,4}).*Safari/")));

    private static final List<Name> SYSTEMS = List.of(
            new Name("Android", Pattern.compile("Android")),
            new Name("iPhone", Pattern.compile("iPhone")),
            new Name("iPad", Pattern.compile("iPad")),
            new Name("Windows", Pattern.compile("Windows")),
            new Name("macOS", Pattern.compile("Mac OS X|Macintosh")),
            new Name("Linux", Pattern.compile("Linux|X11")));

    private Agent() {}

    static String of(@Nullable String header) {
        if (header == null) {
            return "";
        }
        String sent = header.substring(0, Math.min(header.length(), 400));
        String known = Stream.of(first(BROWSERS, sent), first(SYSTEMS, sent))
                .filter(word -> !word.isEmpty())
                .reduce((browser, system) -> browser + ", " + system)
                .orElse("");
        return known.isEmpty() ? sent.replaceAll("[^\\w./ -].*", "").strip().replaceAll("(?<=^.{40}).*", "") : known;
    }

    private static String first(List<Name> names, String header) {
        for (Name name : names) {
            Matcher found = name.pattern().matcher(header);
            if (found.find()) {
                return found.groupCount() == 0 ? name.word() : name.word() + " " + found.group(1);
            }
        }
        return "";
    }
}
