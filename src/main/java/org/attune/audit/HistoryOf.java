package org.attune.audit;

/** Records whose history those can read who see them. */
public enum HistoryOf {
    CONTACTS("seen_contact"),
    NEEDS("seen_need"),
    OFFERS("seen_offer");

    private final String seen;

    HistoryOf(String seen) {
        this.seen = seen;
    }

    /** The function that knows who sees one. */
    String seen() {
        return seen;
    }

    public String path() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
