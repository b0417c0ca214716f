package org.attune.listening;

import java.util.List;

/**
 * Where a mean of ten conversations lies, and how far it may be off: the mean, less and more by Student's t for nine degrees of
 * freedom at 95 % times the standard error, kept between 0 and 100.
 */
record Range(double mean, double low, double high) {

    private static final double T_OF_NINE = 2.262;

    /** @throws IllegalArgumentException of anything but ten values: the t is that of ten */
    static Range of(List<Double> values) {
        if (values.size() != Trend.FEWEST) {
            throw new IllegalArgumentException("A range is that of " + Trend.FEWEST + " conversations");
        }
        double mean = values.stream().mapToDouble(value -> value).average().orElseThrow();
        double squares = values.stream()
                .mapToDouble(value -> (value - mean) * (value - mean))
                .sum();
        double error = Math.sqrt(squares / (values.size() - 1) / values.size());
        return new Range(mean, Math.max(0, mean - T_OF_NINE * error), Math.min(100, mean + T_OF_NINE * error));
    }
}
