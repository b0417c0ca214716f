package org.attune.insight.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.TreeMap;
import org.attune.insight.Checked.Way;
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
 * @param check how the figure comes from them, where it is neither their number nor their sum
 * @param next where the next page is, without the context path
 */
record FigureRows(
        List<CountedRow> items,
        @Nullable Integer all,
        boolean more,
        List<Sum> sums,
        @Nullable FigureCheck check,
        @Nullable String next) {

    static final int PAGE = 50;

    /** What is added up for the first page, with one statement. */
    static final int ADDED_UP = 2000;

    /** In minutes, in points of health, or in a currency by its code. */
    record Sum(BigDecimal amount, String unit) {

        public boolean isTime() {
            return unit.equals("minutes");
        }

        public boolean isPoints() {
            return unit.equals("points");
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
        boolean more = all.next() != null;
        boolean further = all.items().size() > PAGE || more;
        String next = further
                ? Addresses.rowsAfter(
                        counted.dashboard(), figure, slice, shown.get(PAGE - 1).key())
                : null;
        return new FigureRows(
                shown,
                all.items().size(),
                more,
                more ? List.of() : sums(all.items()),
                more ? null : FigureCheck.of(counted, slice, figure, all.items()),
                next);
    }

    /** On whatever page the middle one is, it is marked. */
    private static FigureRows after(Counted counted, Slice slice, String figure, String after) {
        KeysetPage<CountedRow> page = counted.rows(slice, figure, after, PAGE);
        String next = page.next() == null ? null : Addresses.rowsAfter(counted.dashboard(), figure, slice, page.next());
        KeysetPage<CountedRow> all = counted.checked(figure).way() == Way.MIDDLE
                ? counted.rows(slice, figure, null, ADDED_UP)
                : new KeysetPage<>(List.of(), null);
        FigureCheck check = all.items().isEmpty() || all.next() != null
                ? null
                : FigureCheck.of(counted, slice, figure, all.items());
        return new FigureRows(page.items(), null, false, List.of(), check, next);
    }

    /** Days are not added up: a sum of waiting times says nothing. */
    static List<Sum> sums(List<CountedRow> rows) {
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
