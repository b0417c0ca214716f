package org.attune.desk;

/** When a contact was heard last, as a filter has it. */
public enum Heard {
    WEEK("k.last_heard_at >= now() - interval '7 days'"),
    MONTH("k.last_heard_at >= now() - interval '30 days'"),
    QUARTER("k.last_heard_at >= now() - interval '90 days'"),
    LONGER("k.last_heard_at < now() - interval '90 days'"),
    NEVER("k.last_heard_at is null");

    private final String condition;

    Heard(String condition) {
        this.condition = condition;
    }

    String condition() {
        return condition;
    }
}
