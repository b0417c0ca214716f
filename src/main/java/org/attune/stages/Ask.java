package org.attune.stages;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a stage asks from the customer's side: one check, or several of which all or any have to stand.
 *
 * @param check the key of the check; none where this is a group
 * @param n how many are asked for, where the check counts
 * @param days within how many days, where the check looks at a stretch of time
 * @param all of a group: whether all of its parts have to stand, or any
 * @param parts of a group, in their order
 */
public record Ask(
        @Nullable String check,
        @Nullable Integer n,
        @Nullable Integer days,
        boolean all,
        List<Ask> parts) {

    /** Deeper than this nobody can say it in a sentence. */
    public static final int DEEPEST = 3;

    /** More than this nobody reads. */
    public static final int MOST = 20;

    public Ask {
        parts = List.copyOf(parts);
    }

    public static Ask of(String check, @Nullable Integer n, @Nullable Integer days) {
        return new Ask(check, n, days, true, List.of());
    }

    public static Ask allOf(List<Ask> parts) {
        return new Ask(null, null, null, true, parts);
    }

    public static Ask anyOf(List<Ask> parts) {
        return new Ask(null, null, null, false, parts);
    }

    public boolean group() {
        return check == null;
    }

    /** This and everything in it, in reading order. */
    public List<Ask> everything() {
        List<Ask> found = new ArrayList<>(List.of(this));
        parts.forEach(part -> found.addAll(part.everything()));
        return found;
    }

    /** The checks in it, in reading order. */
    public Stream<Ask> checks() {
        return everything().stream().filter(ask -> !ask.group());
    }

    /** Whether nothing in it is a group of its own. */
    boolean flat() {
        return parts.stream().noneMatch(Ask::group);
    }

    int depth() {
        return parts.stream().filter(Ask::group).mapToInt(Ask::depth).max().orElse(0) + 1;
    }

    /** @param answers of the checks in it, in reading order */
    boolean holds(Iterator<CriterionView> answers) {
        if (!group()) {
            return answers.hasNext() && answers.next().met();
        }
        boolean every = true;
        boolean some = false;
        for (Ask part : parts) { // each of them, since each takes its answers
            boolean holds = part.holds(answers);
            every &= holds;
            some |= holds;
        }
        return all ? every : some;
    }

    /** As a criterion keeps it. */
    String parameters() {
        List<String> pairs = new ArrayList<>();
        if (n != null) {
            pairs.add("\"n\": " + n);
        }
        if (days != null) {
            pairs.add("\"days\": " + days);
        }
        return "{" + String.join(", ", pairs) + "}";
    }
}
