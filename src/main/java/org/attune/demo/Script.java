package org.attune.demo;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a script. What happens begins at the margin with a word, a day and, where it matters, a time; what belongs to it
 * is indented. Empty lines and lines that begin with {@code #} are for whoever reads it.
 */
final class Script {

    private static final Pattern HEAD =
            Pattern.compile("(?<word>[a-z-]+) +(?<day>\\S+)(?: +(?<time>\\d\\d:\\d\\d))?(?: +(?<rest>.+))?");
    private static final LocalTime MORNING = LocalTime.of(9, 0);

    private final String file;
    private final Days days;
    private final List<Block> blocks = new ArrayList<>();
    private final List<Line> body = new ArrayList<>();

    private @Nullable Line head;

    private Script(String file, Days days) {
        this.file = file;
        this.days = days;
    }

    static List<Block> read(String file, String text, Days days) {
        Script script = new Script(file, days);
        int number = 0;
        for (String line : text.split("\r?\n")) {
            script.line(new Line(file, ++number, line.stripTrailing()));
        }
        script.end();
        return List.copyOf(script.blocks);
    }

    private void line(Line line) {
        String text = line.text();
        if (text.isBlank() || text.startsWith("#")) {
            return;
        }
        if (!Character.isWhitespace(text.charAt(0))) {
            end();
            head = line;
        } else if (head == null) {
            throw line.problem("belongs to nothing");
        } else {
            body.add(new Line(file, line.number(), text.strip()));
        }
    }

    private void end() {
        if (head != null) {
            blocks.add(block(head));
        }
        head = null;
        body.clear();
    }

    private Block block(Line line) {
        Matcher parts = HEAD.matcher(line.text());
        if (!parts.matches() || !Days.isDay(parts.group("day"))) {
            throw line.problem("expected a word, a day like -12 or today, and perhaps a time");
        }
        String time = parts.group("time");
        String rest = parts.group("rest");
        return new Block(
                line,
                parts.group("word"),
                days.past(parts.group("day"), time == null ? MORNING : LocalTime.parse(time)),
                rest == null ? "" : rest,
                body);
    }
}
