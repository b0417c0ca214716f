package org.attune.conversations;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.attune.conversations.Passage.Source;

/** Plain notes: each line one thing; lines that were only wrapped are not told apart from it. */
final class Jotting {

    private static final Pattern MARKED = Pattern.compile("^\\s*([?!])\\s+(\\S.*)$");
    private static final Pattern BULLET = Pattern.compile("^\\s*(?:[-*•–·]|\\d{1,2}[.)])\\s+");
    private static final Pattern TITLE = Pattern.compile("^\\s*#{1,6}\\s.*|^\\s*\\S[^.?!]{0,60}:\\s*$");

    private Jotting() {}

    static List<Passage> passages(List<String> lines) {
        List<Passage> passages = new ArrayList<>();
        for (String line : lines) {
            if (!line.isBlank()) {
                passages.add(marked(line).orElseGet(() -> passage(line)));
            }
        }
        return passages;
    }

    /** A line that begins with {@code ? } is our question, with {@code ! } our response. */
    static Optional<Passage> marked(String line) {
        Matcher found = MARKED.matcher(line);
        if (!found.matches()) {
            return Optional.empty();
        }
        Source source = found.group(1).equals("?") ? Source.QUESTION : Source.RESPONSE;
        return Optional.of(new Passage(null, found.group(2).strip(), Part.SAID, source, null));
    }

    static Passage passage(String line) {
        if (TITLE.matcher(line).matches()) {
            return Passage.leftOut(line.strip(), Part.HEADING);
        }
        String words = BULLET.matcher(line).replaceFirst("").strip();
        return new Passage(null, words, Part.SAID, Source.JOTTED, null);
    }
}
