package org.attune.insight.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.TreeMap;
import org.attune.insight.Counted;
import org.attune.insight.CountedRow;
import org.attune.insight.Slice;
import org.attune.platform.KeysetPage;
import org.jspecify.annotations.Nullable;

/**
 * The rows behind a figure, a page of them.
 *
 * @param all how many there are; none on later pages
 * @param more whether there are even more than are counted here
 * @param sums what they add up to, in each unit that can be added up
 * @param next where the next page is, without the context path
 */
record FigureRows(
        List<CountedRow> items,
        @Nullable Integer all,
        boolean more,
        List<Sum> sums,
        @Nullable String next) {

    static final int PAGE = 50;

    /** What is added up for the first page, with one statement. */
    private static final int ADDED_UP = 2000;

    /** In minutes, or in a currency by its code. */
    record Sum(BigDecimal amount, String unit) {

        public boolean isTime() {
            return unit.equals("minutes");
        }
    }

    /** @param after where the page before ended; none for the first */
    static FigureRows of(Counted counted, Slice slice, String figure, @Nullable String after) {
        return after == null || after.isEmpty() ? first(counted, slice, figure) : after(counted, slice, figure, after);
    }

    private static FigureRows first(Counted counted, Slice slice, String figure) {
        KeysetPage<CountedRow> all = counted.rows(slice, figure, null, ADDED_UP);
        List<CountedRow> shown =
                all.items().subList(0, Math.min(PAGE, all.items().size()));
        boolean further = all.items().size() > PAGE || all.next() != null;
        String next = further
                ? Addresses.rowsAfter(
                        counted.dashboard(), figure, slice, shown.get(PAGE - 1).key())
                : null;
        boolean more = all.next() != null;
        return new FigureRows(shown, all.items().size(), more, more ? List.of() : sums(all.items()), next);
    }

    private static FigureRows after(Counted counted, Slice slice, String figure, String after) {
        KeysetPage<CountedRow> page = counted.rows(slice, figure, after, PAGE);
        String next = page.next() == null ? null : Addresses.rowsAfter(counted.dashboard(), figure, slice, page.next());
        return new FigureRows(page.items(), null, false, List.of(), next);
    }

    /** Days are not added up: a sum of waiting times says nothing. */
    private static List<Sum> sums(List<CountedRow> rows) {
        TreeMap<String, BigDecimal> sums = new TreeMap<>();
        for (CountedRow row : rows) {
            String unit = row.unit();
            if (unit != null && !unit.equals("days")) {
                sums.merge(unit, row.amount(), BigDecimal::add);
            }
        }
        return sums.entrySet().stream()
                .map(sum -> new Sum(sum.getValue(), sum.getKey()))
                .toList();
    }
}
