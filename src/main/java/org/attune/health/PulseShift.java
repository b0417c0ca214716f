package org.attune.health;

import java.time.LocalDate;

/**
 * What the last answered pulse adds to the sum of the parts, or takes from it.
 *
 * @param day on which they answered
 * @param points -10 to 10
 */
public record PulseShift(LocalDate day, int points) {

    public boolean lowers() {
        return points < 0;
    }

    /** How many, up or down. */
    public int size() {
        return Math.abs(points);
    }
}
