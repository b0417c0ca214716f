package org.attune.people;

import java.util.List;
import java.util.Locale;

/** What two merged contacts can have only one of, so that somebody chooses. */
public enum MergeField {
    NAME("given_name", "family_name"),
    PRONOUN("pronoun"),
    JOB_TITLE("job_title"),
    COMPANY("company_id"),
    LANGUAGE("language"),
    SOURCE("source"),
    FOUND_US("found_us"),
    BACKGROUND("background"),
    RHYTHM("ideal_days", "longest_days");

    private final List<String> columns;

    MergeField(String... columns) {
        this.columns = List.of(columns);
    }

    List<String> columns() {
        return columns;
    }

    /** As message keys write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
