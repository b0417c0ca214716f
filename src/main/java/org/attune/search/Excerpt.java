package org.attune.search;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A piece of what was said, exactly as it stands in the log, with what was looked for marked. It is shortened by cutting
 * at both ends, never by rewording.
 *
 * @param cutBefore whether something stands before it
 */
public record Excerpt(List<Segment> segments, boolean cutBefore, boolean cutAfter) {

    private static final int BEFORE = 60;
    private static final int LONGEST = 220;

    /** @param hit whether it is what was looked for */
    public record Segment(String text, boolean hit) {}

    static Excerpt of(String words, Query query) {
        Pattern wanted = wanted(query);
        Matcher first = wanted.matcher(words);
        int hit = first.find() ? first.start() : 0;
        int from = hit <= BEFORE ? 0 : afterBlank(words, hit - BEFORE, hit);
        int to = words.length() - from <= LONGEST ? words.length() : beforeBlank(words, from + LONGEST, hit);
        return new Excerpt(segments(words.substring(from, to), wanted), from > 0, to < words.length());
    }

    /** The same text as one piece. */
    public String text() {
        return segments.stream().map(Segment::text).collect(Collectors.joining());
    }

    private static Pattern wanted(Query query) {
        List<String> words = query.words();
        String any = words.stream().map(Pattern::quote).collect(Collectors.joining("|"));
        return words.isEmpty()
                ? Pattern.compile("(?!)")
                : Pattern.compile(
                        "(?<![\\p{L}\\p{N}])(?:" + any + ")" + (query.hasOperators() ? "(?![\\p{L}\\p{N}])" : ""),
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static int afterBlank(String words, int from, int before) {
        for (int at = from; at < before; at++) {
            if (Character.isWhitespace(words.charAt(at))) {
                return at + 1;
            }
        }
        return Character.isLowSurrogate(words.charAt(from)) ? from + 1 : from;
    }

    private static int beforeBlank(String words, int to, int after) {
        for (int at = to; at > after; at--) {
            if (Character.isWhitespace(words.charAt(at))) {
                return at;
            }
        }
        return Character.isLowSurrogate(words.charAt(to)) ? to - 1 : to;
    }

    private static List<Segment> segments(String text, Pattern wanted) {
        List<Segment> segments = new ArrayList<>();
        Matcher found = wanted.matcher(text);
        int at = 0;
        while (found.find()) {
            if (found.start() > at) {
                segments.add(new Segment(text.substring(at, found.start()), false));
            }
            segments.add(new Segment(found.group(), true));
            at = found.end();
        }
        if (at < text.length()) {
            segments.add(new Segment(text.substring(at), false));
        }
        return List.copyOf(segments);
    }
}
