package org.attune.health;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one factor adds to the whole. Of all parts the points sum to the score, and what they can give sums to 100.
 *
 * @param value 0 to 100; none where it is not known, and then the others count for more
 * @param weight as it is set
 * @param of how many points it can give here; 0 where it is not known
 * @param points how many it gives
 */
public record Part(Factor factor, @Nullable Integer value, int weight, int of, int points, List<Reason> reasons) {

    public Part {
        reasons = List.copyOf(reasons);
    }

    public boolean isKnown() {
        return value != null;
    }

    Part saying(List<Reason> other) {
        return new Part(factor, value, weight, of, points, other);
    }
}
