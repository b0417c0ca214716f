package org.attune.fields;

import java.util.Locale;

/** What has fields. */
public enum Holder {
    CONTACT("contact_field_value", "contact_id", "seen_contact(:viewer)"),
    COMPANY("company_field_value", "company_id", "company");

    private final String table;
    private final String column;
    private final String seen;

    Holder(String table, String column, String seen) {
        this.table = table;
        this.column = column;
        this.seen = seen;
    }

    /** As the database and message keys write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Where the values are. */
    String table() {
        return table;
    }

    /** Whose they are. */
    String column() {
        return column;
    }

    /** Those of them somebody sees; everybody knows all companies. */
    String seen() {
        return seen;
    }
}
