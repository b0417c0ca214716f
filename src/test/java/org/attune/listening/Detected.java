package org.attune.listening;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** How well something was found in labelled sentences, with 95 % intervals (Wilson's, and none for F1). */
record Detected(long right, long wrong, long missed) {

    private static final double Z = 1.96;

    record Sentence(String dialogue, boolean is, boolean found) {}

    static Detected in(List<Sentence> sentences) {
        return new Detected(
                sentences.stream().filter(one -> one.is() && one.found()).count(),
                sentences.stream().filter(one -> !one.is() && one.found()).count(),
                sentences.stream().filter(one -> one.is() && !one.found()).count());
    }

    double precision() {
        return (double) right / (right + wrong);
    }

    double recall() {
        return (double) right / (right + missed);
    }

    double f1() {
        return 2 * precision() * recall() / (precision() + recall());
    }

    String row() {
        return String.format(
                Locale.ROOT, "%s | %s | %.2f", said(precision(), right + wrong), said(recall(), right + missed), f1());
    }

    private static String said(double part, long of) {
        ToDoubleFunction<Integer> bound = sign ->
                (part + Z * Z / (2 * of) + sign * Z * Math.sqrt(part * (1 - part) / of + Z * Z / (4.0 * of * of)))
                        / (1 + Z * Z / of);
        return String.format(Locale.ROOT, "%.2f (%.2f to %.2f)", part, bound.applyAsDouble(-1), bound.applyAsDouble(1));
    }
}
