package org.attune.insight;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Spearman's: whether two things rise and fall together, from -1 to 1, by the order of their values, so that one large order does
 * not decide. Equal values share their place.
 */
final class Correlation {

    private Correlation() {}

    /** None where one of the two is always the same, or there are fewer than two: then nothing goes with anything. */
    static OptionalDouble of(double[] one, double[] other) {
        if (one.length != other.length) {
            throw new IllegalArgumentException("A value of one belongs to a value of the other");
        }
        return pearson(ranks(one), ranks(other));
    }

    private static OptionalDouble pearson(double[] one, double[] other) {
        double mean = (one.length + 1) / 2.0; // of the places, whatever is equal
        double together = 0;
        double ones = 0;
        double others = 0;
        for (int i = 0; i < one.length; i++) {
            together += (one[i] - mean) * (other[i] - mean);
            ones += (one[i] - mean) * (one[i] - mean);
            others += (other[i] - mean) * (other[i] - mean);
        }
        return ones == 0 || others == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(together / Math.sqrt(ones * others));
    }

    /** From 1 on; equal values have the middle of the places they take. */
    static double[] ranks(double[] values) {
        return IntStream.range(0, values.length)
                .mapToDouble(i -> {
                    long below =
                            Arrays.stream(values).filter(v -> v < values[i]).count();
                    long same =
                            Arrays.stream(values).filter(v -> v == values[i]).count();
                    return below + (same + 1) / 2.0;
                })
                .toArray();
    }
}
