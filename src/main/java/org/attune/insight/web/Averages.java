package org.attune.insight.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.attune.insight.Bands;
import org.jspecify.annotations.Nullable;

/** How an average health is written. */
final class Averages {

    private Averages() {}

    /** Beside other figures; none where nobody is known. */
    static @Nullable BigDecimal whole(Bands bands) {
        return rounded(bands.mean(), 0);
    }

    /** Beside other months. */
    static @Nullable BigDecimal tenths(@Nullable Double mean) {
        return rounded(mean, 1);
    }

    private static @Nullable BigDecimal rounded(@Nullable Double mean, int digits) {
        return mean == null ? null : BigDecimal.valueOf(mean).setScale(digits, RoundingMode.HALF_UP);
    }
}
