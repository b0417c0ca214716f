package org.attune.insight;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.attune.insight.SalesBoard.Month;
import org.jspecify.annotations.Nullable;

/**
 * Whether average health goes ahead of what is signed in one currency: of whole months of which both are known, the health of each
 * beside what was signed so many months later. From 24 months on; of fewer it says nothing but how many there are.
 *
 * @param months of how many both are known, one after the other
 * @param lags from none to six months; none while there are too few cases
 */
public record LeadingHealth(String currency, int months, List<Lag> lags) {

    public static final int FEWEST = 24;
    private static final int FURTHEST = 6;

    /**
     * @param months how much later what was signed is looked at
     * @param cases how many pairs there are
     * @param correlation none where one of the two never changed
     */
    public record Lag(int months, int cases, @Nullable Double correlation) {}

    public LeadingHealth {
        lags = List.copyOf(lags);
    }

    public boolean tooFew() {
        return months < FEWEST;
    }

    /** @param all one after the other, the earliest first */
    static LeadingHealth in(String currency, List<Month> all) {
        List<Month> known = known(currency, all);
        List<Lag> lags = known.size() < FEWEST
                ? List.of()
                : IntStream.rangeClosed(0, FURTHEST)
                        .mapToObj(lag -> lag(currency, known, lag))
                        .toList();
        return new LeadingHealth(currency, known.size(), lags);
    }

    /**
     * The months after the last of which something is not known. Before the first that something was signed it is not known whether
     * nothing was, or it was not written down here; afterwards a month without is a zero.
     */
    private static List<Month> known(String currency, List<Month> all) {
        List<Month> whole = all.stream().filter(Month::whole).toList();
        Optional<Month> first = whole.stream()
                .filter(month -> month.signed(currency).signum() > 0)
                .findFirst();
        int from = first.map(whole::indexOf).orElse(whole.size());
        for (int i = from; i < whole.size(); i++) {
            from = whole.get(i).mean() == null ? i + 1 : from;
        }
        return whole.subList(from, whole.size());
    }

    private static Lag lag(String currency, List<Month> known, int lag) {
        int cases = known.size() - lag;
        double[] health =
                IntStream.range(0, cases).mapToDouble(i -> mean(known.get(i))).toArray();
        double[] signed = IntStream.range(0, cases)
                .mapToDouble(i -> known.get(i + lag).signed(currency).doubleValue())
                .toArray();
        OptionalDouble found = Correlation.of(health, signed);
        return new Lag(lag, cases, found.isPresent() ? found.getAsDouble() : null);
    }

    private static double mean(Month month) {
        Double mean = month.mean();
        return mean == null ? Double.NaN : mean;
    }
}
