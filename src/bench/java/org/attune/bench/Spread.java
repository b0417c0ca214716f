package org.attune.bench;

import java.util.Arrays;

/** How long something took, of many times: in milliseconds, each percentile one that was really measured. */
record Spread(int samples, double p50, double p95, double p99, double most) {

    private static final double NANOS = 1e6;

    static Spread ofNanos(long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return new Spread(sorted.length, at(sorted, 0.5), at(sorted, 0.95), at(sorted, 0.99), at(sorted, 1));
    }

    /** The smallest that at least this part of all does not exceed. */
    private static double at(long[] sorted, double part) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        int place = (int) Math.ceil(part * sorted.length) - 1;
        return sorted[Math.max(0, place)] / NANOS;
    }
}
