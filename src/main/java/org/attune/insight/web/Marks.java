package org.attune.insight.web;

import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * Marks in rows, one for each of what is counted, or for a round number of them where they would be too many to look at.
 *
 * @param each how many one mark stands for, at most
 * @param rows how many rows the largest needs
 */
record Marks(long each, int rows) {

    private static final int IN_A_ROW = 12;
    private static final int MOST = 96;
    private static final int APART = 11;

    /** Drawn from the left edge of a mark that is eight wide. */
    enum Shape {
        ROUND("a4 4 0 1 0 8 0a4 4 0 1 0-8 0z"),
        CORNERED("l4-4 4 4-4 4z");

        private final String path;

        Shape(String path) {
            this.path = path;
        }
    }

    static Marks of(long largest) {
        long each = 1;
        for (int step = 0; (largest + each - 1) / each > MOST; step++) {
            each = step % 3 == 1 ? each / 2 * 5 : each * 2;
        }
        long marks = (largest + each - 1) / each;
        return new Marks(each, (int) Math.max(1, (marks + IN_A_ROW - 1) / IN_A_ROW));
    }

    int width() {
        return IN_A_ROW * APART;
    }

    int height() {
        return rows * APART;
    }

    /** Whoever is there is seen: a part of a mark is a whole one. */
    String path(long many, Shape shape) {
        return LongStream.range(0, (many + each - 1) / each)
                .mapToObj(at ->
                        "M%d %d%s".formatted(at % IN_A_ROW * APART + 1, at / IN_A_ROW * APART + APART / 2, shape.path))
                .collect(Collectors.joining());
    }
}
