package org.attune.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.attune.platform.NotSeen;
import org.jspecify.annotations.Nullable;

/**
 * The orders a list of contacts can have. Rows that tie stand in the order of their ids, so that pages never overlap. Each is an
 * index of {@code contact_card}, forwards or backwards.
 */
public enum ContactOrder {
    HEARD(true, "heard_order timestamptz"),
    SILENT(false, "heard_order timestamptz"),
    NAME(false, "sort_name text"),
    NEWEST(true, "created_at timestamptz"),
    /** Within a stage, whoever was silent longest comes first. */
    STAGE(false, "stage_order int", "heard_order timestamptz"),
    /** Who is doing worst comes first, and of whom that is not known, last. */
    HEALTH(false, "score_order int");

    private final boolean descending;
    private final List<String> columns;
    private final List<String> types;

    ContactOrder(boolean descending, String... columns) {
        this.descending = descending;
        this.columns =
                List.of(columns).stream().map(one -> "c." + one.split(" ")[0]).toList();
        this.types = List.of(columns).stream().map(one -> one.split(" ")[1]).toList();
    }

    /** Whether it goes by when they were heard. */
    boolean byHeard() {
        return this == HEARD || this == SILENT;
    }

    /** What a row is ordered by, as text that goes into the link to the next page. */
    String key() {
        return columns.stream().map(column -> column + "::text").collect(Collectors.joining(" || ' ' || "));
    }

    String orderBy() {
        String way = descending ? " desc" : "";
        return all().stream().map(column -> column + way).collect(Collectors.joining(", "));
    }

    /** What comes after a key, whose parts go to the parameters. */
    String beyond(ListKey from, Map<String, @Nullable Object> parameters) {
        String[] parts = from.value().split(" ", columns.size());
        if (parts.length < columns.size()) {
            throw new NotSeen("page");
        }
        List<String> values = new ArrayList<>();
        for (int at = 0; at < columns.size(); at++) {
            parameters.put("key" + at, parts[at]);
            values.add(":key" + at + "::" + types.get(at));
        }
        parameters.put("after", from.id());
        return "(" + String.join(", ", all()) + ") " + (descending ? "<" : ">") + " (" + String.join(", ", values)
                + ", :after)";
    }

    private List<String> all() {
        List<String> all = new ArrayList<>(columns);
        all.add("c.id");
        return all;
    }
}
