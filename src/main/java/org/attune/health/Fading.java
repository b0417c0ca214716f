package org.attune.health;

import java.time.LocalDate;

/**
 * What is recent counts for more: what is a year older counts half as much, two years a quarter. No window after which
 * something is gone, and only the distance between two things matters: time that merely passes changes no mean of theirs.
 */
final class Fading {

    private static final double HALVES_IN_DAYS = 365;

    private double weights;
    private double values;

    static double weight(LocalDate day) {
        return Math.exp((day.toEpochDay() - BEGIN) * Math.log(2) / HALVES_IN_DAYS);
    }

    /** Any fixed day does; this one keeps the weights of this century within what a double holds exactly enough. */
    private static final long BEGIN = LocalDate.of(2025, 1, 1).toEpochDay();

    Fading add(LocalDate day, double value) {
        weights += weight(day);
        values += weight(day) * value;
        return this;
    }

    boolean isEmpty() {
        return weights == 0;
    }

    double mean() {
        return values / weights;
    }
}
