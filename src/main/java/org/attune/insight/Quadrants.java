package org.attune.insight;

import java.time.LocalDate;
import java.util.Map;

/**
 * How many relationships are healthy and buying, one of the two, or neither.
 *
 * @param since from this day on what they signed counts
 */
public record Quadrants(LocalDate since, Map<Quadrant, Long> counts) {

    public Quadrants {
        counts = Map.copyOf(counts);
    }

    public long of(Quadrant quadrant) {
        return counts.getOrDefault(quadrant, 0L);
    }

    /** Of how many something is said. */
    public long known() {
        return inAll() - of(Quadrant.UNKNOWN);
    }

    public long inAll() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
