package org.attune.figures;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.attune.access.UserId;

/**
 * How something lies among people: the middle, and between what half of them are. Neither the least nor the most is told,
 * because that is one person; and of fewer than five people nothing is told at all.
 *
 * @param people of how many
 */
public record Spread(int people, double lower, double middle, double upper) {

    public static final int FEWEST = 5;

    /** @throws IllegalArgumentException of fewer than five people: whoever asks has to know before */
    public Spread {
        if (people < FEWEST) {
            throw new IllegalArgumentException("A spread of " + people + " people tells about each of them");
        }
        if (!(lower <= middle && middle <= upper)) {
            throw new IllegalArgumentException("A spread goes from the lower to the upper");
        }
    }

    /** One value of each person; nothing of fewer than five. */
    public static Optional<Spread> of(Map<UserId, Double> values) {
        if (values.size() < FEWEST) {
            return Optional.empty();
        }
        double[] sorted =
                values.values().stream().mapToDouble(value -> value).sorted().toArray();
        return Optional.of(new Spread(sorted.length, at(sorted, 0.25), at(sorted, 0.5), at(sorted, 0.75)));
    }

    /**
     * Of parts that make up a whole whose spread is told as well. A part alone would give away the rest by subtraction, so that each
     * of them has to be of five people, or of nobody.
     */
    public static <P> Map<P, Spread> ofParts(Map<P, Map<UserId, Double>> parts) {
        if (parts.values().stream().anyMatch(part -> !part.isEmpty() && part.size() < FEWEST)) {
            return Map.of();
        }
        Map<P, Spread> told = new HashMap<>();
        parts.forEach((part, values) -> of(values).ifPresent(spread -> told.put(part, spread)));
        return Map.copyOf(told);
    }

    /** Between two people what lies between them. */
    private static double at(double[] sorted, double part) {
        double place = part * (sorted.length - 1);
        int below = (int) Math.floor(place);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
