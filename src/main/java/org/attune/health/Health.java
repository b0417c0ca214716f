package org.attune.health;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How well a relationship is doing at the end of a day: plain arithmetic whose parts, with the pulse, sum to the whole. See decision 0025.
 *
 * @param score 0 to 100; none as long as they said something in fewer than three conversations
 * @param twoWay in how many conversations they said something
 * @param pulse what their last answer to a pulse adds to the parts; none where there is none, or no score
 */
record Health(
        LocalDate day,
        @Nullable Integer score,
        Band band,
        int twoWay,
        List<Part> parts,
        @Nullable PulseShift pulse) {

    static final int ENOUGH = 3;

    Health {
        parts = List.copyOf(parts);
    }

    static Health of(Known known, LocalDate day, Weights weights) {
        Known then = known.asOf(day);
        Map<Factor, Found> found = new EnumMap<>(Factor.class);
        found.put(Factor.RHYTHM, Recency.of(then, day));
        found.put(Factor.BALANCE, Room.of(then));
        found.put(Factor.FOLLOW_THROUGH, TakenUp.of(then));
        found.put(Factor.PROMISES, Kept.of(then, day));
        found.put(Factor.NEEDS, Furthest.of(then));
        found.put(Factor.RECIPROCITY, Mutual.of(then));
        return sum(day, then, found, weights);
    }

    /** How many more conversations it takes before there is a score. */
    int missing() {
        return Math.max(0, ENOUGH - twoWay);
    }

    Part part(Factor factor) {
        return parts.get(factor.ordinal());
    }

    @Nullable
    Integer value(Factor factor) {
        return part(factor).value();
    }

    private static Health sum(LocalDate day, Known then, Map<Factor, Found> found, Weights weights) {
        long all = 0;
        long reached = 0;
        for (Factor factor : Factor.values()) {
            Integer value = worth(found, factor).value();
            if (value != null) {
                all += weights.of(factor);
                reached += (long) weights.of(factor) * value;
            }
        }
        boolean enough = then.twoWay() >= ENOUGH && all > 0;
        int sum = enough ? Math.toIntExact((2 * reached + all) / (2 * all)) : 0;
        PulseShift pulse = enough ? Pulsed.shift(then, day, sum) : null;
        Integer score = enough ? Integer.valueOf(sum + (pulse == null ? 0 : pulse.points())) : null;
        return new Health(day, score, Band.of(score), then.twoWay(), parts(found, weights, all, enough, sum), pulse);
    }

    private static List<Part> parts(Map<Factor, Found> found, Weights weights, long all, boolean enough, int score) {
        List<Long> full = new ArrayList<>();
        List<Long> reached = new ArrayList<>();
        for (Factor factor : Factor.values()) {
            Integer value = worth(found, factor).value();
            full.add(value == null ? 0L : 100L * weights.of(factor));
            reached.add(value == null ? 0L : (long) value * weights.of(factor));
        }
        int[] of = enough ? Shares.of(100, full, all, null) : new int[full.size()];
        int[] points = enough ? Shares.of(score, reached, all, of) : new int[full.size()];
        List<Part> parts = new ArrayList<>();
        for (Factor factor : Factor.values()) {
            int n = factor.ordinal();
            Found one = worth(found, factor);
            parts.add(new Part(factor, one.value(), weights.of(factor), of[n], points[n], one.reasons()));
        }
        return parts;
    }

    private static Found worth(Map<Factor, Found> found, Factor factor) {
        return found.getOrDefault(factor, new Found(null, List.of()));
    }
}
