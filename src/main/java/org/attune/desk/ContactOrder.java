package org.attune.desk;

/** The orders a list of contacts can have. Rows that tie stand in the order of their ids, so that pages never overlap. */
public enum ContactOrder {
    HEARD("coalesce(k.last_heard_at, '-infinity')", "timestamptz", true),
    SILENT("coalesce(k.last_heard_at, '-infinity')", "timestamptz", false),
    NAME("c.sort_name", "text", false),
    NEWEST("c.created_at", "timestamptz", true),
    STAGE("coalesce(k.stage_position, 0)", "int", false),
    /** Who is doing worst comes first, and of whom that is not known, last. */
    HEALTH("coalesce(h.score, 101)", "int", false);

    private final String expression;
    private final String type;
    private final boolean descending;

    ContactOrder(String expression, String type, boolean descending) {
        this.expression = expression;
        this.type = type;
        this.descending = descending;
    }

    /** What a row is ordered by, as text that goes into the link to the next page. */
    String key() {
        return "(" + expression + ")::text";
    }

    String orderBy() {
        String way = descending ? " desc" : "";
        return expression + way + ", c.id" + way;
    }

    String beyond() {
        return "(" + expression + ", c.id) " + (descending ? "<" : ">") + " (:key::" + type + ", :after)";
    }
}
