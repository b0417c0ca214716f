package org.attune.health;

import java.time.LocalDate;
import java.util.List;
import org.attune.people.ContactId;
import org.jspecify.annotations.Nullable;

/**
 * How well a relationship is doing, and why.
 *
 * @param asOf the day it is about, in the organisation's zone
 * @param score 0 to 100, which the points of its parts sum to; none where too little is known
 * @param twoWay in how many conversations they said something
 * @param missing in how many more they would have to, before there is a score
 * @param parts one for each factor, in their order
 * @param pulse what the last answered pulse adds to their sum, or takes from it
 */
public record HealthView(
        ContactId contact,
        LocalDate asOf,
        @Nullable Integer score,
        Band band,
        int twoWay,
        int missing,
        List<Part> parts,
        @Nullable PulseShift pulse) {

    public HealthView {
        parts = List.copyOf(parts);
    }

    public boolean isKnown() {
        return score != null;
    }

    public Part part(Factor factor) {
        return parts.get(factor.ordinal());
    }
}
