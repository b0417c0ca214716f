package org.attune.desk;

import java.util.Locale;

/** Why a page of a list may not be the whole truth: it stops after so many rows, and says so. */
public enum ListStop {
    /** So many were looked through in this order; there may be more of them further on. */
    LOOKED_THROUGH,
    /** Only so many, those heard last, were put in this order. */
    HEARD_LAST;

    /** Looked at for one page. */
    public static final int ROWS = 10_000;

    /** At the end of keys of words. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
