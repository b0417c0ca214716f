package org.attune.listening;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** Rank statistics with intervals from drawing whole dialogues again and again. */
final class Ranks {

    private static final int DRAWS = 2000;

    private Ranks() {}

    /** @param group what is drawn together */
    record Pair(String group, double one, double other) {}

    record Estimate(double value, double low, double high, int cases, int groups) {

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.2f (%.2f to %.2f)", value, low, high);
        }
    }

    static Estimate spearman(List<Pair> pairs) {
        return estimate(pairs, Ranks::rho);
    }

    /** How often the case with the outcome has the higher value; half of the ties. */
    static Estimate auc(List<Pair> pairs) {
        return estimate(pairs, Ranks::area);
    }

    private static Estimate estimate(List<Pair> pairs, ToDoubleFunction<List<Pair>> statistic) {
        Map<String, List<Pair>> groups = pairs.stream().collect(Collectors.groupingBy(Pair::group));
        List<List<Pair>> all = groups.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .toList();
        Random random = new Random(20_261_122);
        double[] drawn = new double[DRAWS];
        for (int draw = 0; draw < DRAWS; draw++) {
            List<Pair> sample = random.ints(all.size(), 0, all.size())
                    .mapToObj(all::get)
                    .flatMap(List::stream)
                    .toList();
            drawn[draw] = statistic.applyAsDouble(sample);
        }
        Arrays.sort(drawn);
        return new Estimate(
                statistic.applyAsDouble(pairs),
                drawn[(int) (DRAWS * 0.025)],
                drawn[(int) (DRAWS * 0.975) - 1],
                pairs.size(),
                all.size());
    }

    private static double rho(List<Pair> pairs) {
        double[] one = ranks(pairs.stream().mapToDouble(Pair::one).toArray());
        double[] other = ranks(pairs.stream().mapToDouble(Pair::other).toArray());
        double middle = (pairs.size() + 1) / 2.0;
        double together = 0;
        double ones = 0;
        double others = 0;
        for (int i = 0; i < one.length; i++) {
            together += (one[i] - middle) * (other[i] - middle);
            ones += (one[i] - middle) * (one[i] - middle);
            others += (other[i] - middle) * (other[i] - middle);
        }
        return together / Math.sqrt(ones * others);
    }

    private static double area(List<Pair> pairs) {
        double[] ranks = ranks(pairs.stream().mapToDouble(Pair::one).toArray());
        double sum = 0;
        long with = 0;
        for (int i = 0; i < ranks.length; i++) {
            if (pairs.get(i).other() > 0) {
                sum += ranks[i];
                with++;
            }
        }
        return (sum - with * (with + 1) / 2.0) / (with * (double) (pairs.size() - with));
    }

    /** Equal values share the mean of their ranks. */
    static double[] ranks(double[] values) {
        Integer[] order = new Integer[values.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Double.compare(values[a], values[b]));
        double[] ranks = new double[values.length];
        for (int from = 0; from < order.length; ) {
            int until = from;
            while (until + 1 < order.length && values[order[until + 1]] == values[order[from]]) {
                until++;
            }
            for (int at = from; at <= until; at++) {
                ranks[order[at]] = (from + until) / 2.0 + 1;
            }
            from = until + 1;
        }
        return ranks;
    }
}
