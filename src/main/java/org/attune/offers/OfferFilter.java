package org.attune.offers;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which offers a list shows. */
public enum OfferFilter {
    ALL("true"),
    /** With us or with them, and no clear answer yet. */
    OPEN("o.state in ('draft', 'sent')"),
    DECIDED("o.state = 'decided'"),
    PULLED("o.pulled"),
    PUSHED("not o.pulled");

    final String condition;

    OfferFilter(String condition) {
        this.condition = condition;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Anything unknown is no filter. */
    public static OfferFilter of(@Nullable String code) {
        for (OfferFilter filter : values()) {
            if (filter.code().equals(code)) {
                return filter;
            }
        }
        return ALL;
    }
}
