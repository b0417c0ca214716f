package org.attune.stages.web;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.attune.stages.Ask;
import org.jspecify.annotations.Nullable;

/**
 * One line of what a stage asks for, as a form carries it: in reading order, each with how deep it stands.
 *
 * @param kind the key of a check, or {@code all} or {@code any} where a group begins
 * @param add what is to be added to the group, once its button is pressed
 */
record AskLine(
        @Nullable String kind,
        @Nullable String depth,
        @Nullable String n,
        @Nullable String days,
        @Nullable String add) {

    static final String ALL = "all";
    static final String ANY = "any";

    /** What a number becomes that is none; the rules then say what belongs there. */
    static final int NO_NUMBER = -1;

    boolean group() {
        return ALL.equals(kind) || ANY.equals(kind);
    }

    int deep() {
        return Math.max(0, Optional.ofNullable(number(depth)).orElse(0));
    }

    static @Nullable Integer number(@Nullable String written) {
        if (written == null || written.isBlank()) {
            return null;
        }
        try {
            return Integer.valueOf(written.strip());
        } catch (NumberFormatException none) {
            return NO_NUMBER;
        }
    }

    /** @param check a key, {@code all} or {@code any} */
    static AskLine of(String check, int depth, boolean counts) {
        return new AskLine(check, String.valueOf(depth), counts ? "1" : null, null, null);
    }

    static List<AskLine> linesOf(Ask ask) {
        List<AskLine> lines = new ArrayList<>();
        ask.parts().forEach(part -> add(lines, part, 0));
        return lines;
    }

    private static void add(List<AskLine> lines, Ask ask, int depth) {
        String kind = Objects.requireNonNullElse(ask.check(), ask.all() ? ALL : ANY);
        lines.add(new AskLine(kind, String.valueOf(depth), written(ask.n()), written(ask.days()), null));
        ask.parts().forEach(part -> add(lines, part, depth + 1));
    }

    private static @Nullable String written(@Nullable Integer number) {
        return number == null ? null : number.toString();
    }

    /** The lines as a tree; a line that stands deeper than it can belongs to the group before it. */
    static Ask tree(List<AskLine> lines, boolean all) {
        Deque<Open> open = new ArrayDeque<>(List.of(new Open(all, new ArrayList<>())));
        for (AskLine line : lines) {
            while (open.size() > line.deep() + 1) {
                close(open);
            }
            if (line.group()) {
                open.push(new Open(ALL.equals(line.kind()), new ArrayList<>()));
            } else {
                String check = Objects.requireNonNullElse(line.kind(), "");
                open.getFirst().parts().add(Ask.of(check, number(line.n()), number(line.days())));
            }
        }
        while (open.size() > 1) {
            close(open);
        }
        return open.getFirst().ask();
    }

    private record Open(boolean all, List<Ask> parts) {

        Ask ask() {
            return all ? Ask.allOf(parts) : Ask.anyOf(parts);
        }
    }

    private static void close(Deque<Open> open) {
        Ask group = open.pop().ask();
        open.getFirst().parts().add(group);
    }

    /** The line after a line and all that is in it. */
    static int after(List<AskLine> lines, int at) {
        int end = at + 1;
        while (end < lines.size() && lines.get(end).deep() > lines.get(at).deep()) {
            end++;
        }
        return end;
    }

    /** The line of the same group before this one. */
    static Optional<Integer> before(List<AskLine> lines, int at) {
        for (int n = at - 1; n >= 0 && lines.get(n).deep() >= lines.get(at).deep(); n--) {
            if (lines.get(n).deep() == lines.get(at).deep()) {
                return Optional.of(n);
            }
        }
        return Optional.empty();
    }

    /** Changes places with the one before it; each takes along what is in it. */
    static List<AskLine> risen(List<AskLine> lines, int at) {
        List<AskLine> moved = new ArrayList<>(lines);
        before(lines, at).ifPresent(n -> Collections.rotate(moved.subList(n, after(lines, at)), after(lines, at) - at));
        return moved;
    }
}
