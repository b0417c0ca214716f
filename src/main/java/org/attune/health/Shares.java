package org.attune.health;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Whole numbers that sum to a whole exactly: each is rounded down, and what is left goes to the largest remainders. */
final class Shares {

    private Shares() {}

    /**
     * @param exact each over {@code under} is what it would be as a fraction
     * @param most what none may exceed, where that is so; together at least the whole
     */
    static int[] of(int whole, List<Long> exact, long under, int @Nullable [] most) {
        int[] shares = exact.stream().mapToInt(one -> (int) (one / under)).toArray();
        List<Integer> byRemainder = IntStream.range(0, shares.length)
                .boxed()
                .sorted(Comparator.comparing(n -> -(exact.get(n) % under)))
                .filter(n -> most == null ? exact.get(n) > 0 : most[n] > 0)
                .toList();
        int left = whole - IntStream.of(shares).sum();
        while (left > 0) {
            for (int n : byRemainder) {
                if (left > 0 && (most == null || shares[n] < most[n])) {
                    shares[n]++;
                    left--;
                }
            }
        }
        return shares;
    }
}
