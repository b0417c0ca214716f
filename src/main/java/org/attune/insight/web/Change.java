package org.attune.insight.web;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How a figure differs from the days before.
 *
 * @param by how much, without its sign
 * @param look up where that is good news, down where it is bad, flat where it is neither
 */
record Change(BigDecimal by, boolean more, String look) {

    /** None where there is nothing to compare. */
    static @Nullable Change of(@Nullable BigDecimal now, @Nullable BigDecimal before, boolean moreIsBetter) {
        if (now == null || before == null) {
            return null;
        }
        int direction = now.compareTo(before);
        String look = direction == 0 ? "flat" : direction > 0 == moreIsBetter ? "up" : "down";
        return new Change(now.subtract(before).abs(), direction > 0, look);
    }

    /** Of figures that are neither good nor bad when there are more. */
    static @Nullable Change plain(@Nullable BigDecimal now, @Nullable BigDecimal before) {
        Change change = of(now, before, true);
        return change == null ? null : new Change(change.by, change.more, "flat");
    }

    public boolean none() {
        return by.signum() == 0;
    }
}
