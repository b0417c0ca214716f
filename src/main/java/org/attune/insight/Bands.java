package org.attune.insight;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How many relationships were how.
 *
 * @param counts of each band; none where there is nobody
 * @param scores of all whose health is known, together
 */
public record Bands(Map<String, Long> counts, long scores) {

    /** From the bottom up, as they are drawn. */
    public static final List<String> ALL = List.of("at_risk", "cooling", "steady", "thriving", "unknown");

    static final Bands NONE = new Bands(Map.of(), 0);

    private static final String UNKNOWN = "unknown";

    public Bands {
        counts = Map.copyOf(counts);
    }

    public long of(String band) {
        return counts.getOrDefault(band, 0L);
    }

    public long inAll() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    public long known() {
        return inAll() - of(UNKNOWN);
    }

    /** Thriving or steady: 60 and more. */
    public long healthy() {
        return of("thriving") + of("steady");
    }

    /** Their average, as far as it is known; none where it is of nobody. */
    public @Nullable Double mean() {
        return known() == 0 ? null : (double) scores / known();
    }

    /** How high a known band stands; of an unknown one nothing can be said. */
    static int rank(String band) {
        return ALL.indexOf(band);
    }

    static boolean isKnown(String band) {
        return !band.equals(UNKNOWN);
    }

    Bands and(Bands other) {
        Map<String, Long> sum = ALL.stream()
                .filter(band -> of(band) + other.of(band) > 0)
                .collect(Collectors.toMap(Function.identity(), band -> of(band) + other.of(band)));
        return new Bands(sum, scores + other.scores);
    }
}
