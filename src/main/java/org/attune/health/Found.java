package org.attune.health;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one factor is worth, and why. */
record Found(@Nullable Integer value, List<Reason> reasons) {

    static Found unknown(String key) {
        return new Found(null, List.of(Reason.of(key)));
    }

    static Found of(double value, List<Reason> reasons) {
        return new Found((int) Math.round(Math.max(0, Math.min(100, value))), reasons);
    }
}
