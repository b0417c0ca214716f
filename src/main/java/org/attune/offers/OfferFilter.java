package org.attune.offers;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which offers a list shows. */
public enum OfferFilter {
    ALL("true"),
    /** With us or with them, and no clear answer yet. */
    OPEN("%1$s.state in ('draft', 'sent')"),
    DECIDED("%1$s.state = 'decided'"),
    PULLED("%1$s.pulled"),
    PUSHED("not %1$s.pulled");

    private final String condition;

    OfferFilter(String condition) {
        this.condition = condition;
    }

    /** @param offer how an offer is called */
    String condition(String offer) {
        return condition.formatted(offer);
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
