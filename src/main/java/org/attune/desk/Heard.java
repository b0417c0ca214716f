package org.attune.desk;

/** When a contact was heard last, as a filter has it. */
public enum Heard {
    WEEK("c.heard_order >= now() - interval '7 days'"),
    MONTH("c.heard_order >= now() - interval '30 days'"),
    QUARTER("c.heard_order >= now() - interval '90 days'"),
    LONGER("c.heard_order < now() - interval '90 days' and c.heard_order > '-infinity'"),
    NEVER("c.heard_order = '-infinity'");

    private final String condition;

    Heard(String condition) {
        this.condition = condition;
    }

    String condition() {
        return condition;
    }
}
