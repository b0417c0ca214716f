package org.attune.health;

import java.util.List;

/**
 * What other weights would do, in numbers only.
 *
 * @param known of how many relationships there is a score
 * @param shifts how many would be in another band, the largest first
 */
public record WeightsEffect(int known, List<Shift> shifts) {

    public record Shift(Band was, Band becomes, int contacts) {}

    public WeightsEffect {
        shifts = List.copyOf(shifts);
    }

    public int moved() {
        return shifts.stream().mapToInt(Shift::contacts).sum();
    }
}
