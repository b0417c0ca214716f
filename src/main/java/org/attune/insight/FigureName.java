package org.attune.insight;

import org.jspecify.annotations.Nullable;

/**
 * A figure as an address names it: what it counts, and of what: {@code price:EUR}, {@code there-in:know}, {@code pulled}.
 *
 * @param of a currency, a stage, a span of days; none: all of it
 */
record FigureName(String figure, @Nullable String of) {

    static FigureName of(String name) {
        int colon = name.indexOf(':');
        return colon < 0
                ? new FigureName(name, null)
                : new FigureName(name.substring(0, colon), name.substring(colon + 1));
    }
}
