package org.attune.insight.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import org.attune.insight.Checked;
import org.attune.insight.Counted;
import org.attune.insight.CountedRow;
import org.attune.insight.Slice;
import org.attune.platform.KeysetPage;
import org.jspecify.annotations.Nullable;

/**
 * How a figure comes from its rows, for somebody who checks it.
 *
 * @param way share, middle or average
 * @param some of a share: so many or so much; of a middle: its place; of an average: what they add up to
 * @param all of how many or how much
 * @param unit a currency's code where it is money
 * @param figure what that makes: hundredths, or the value in the middle, or the average; none of nothing
 * @param key the row in the middle
 * @param link where those are that a share is of, or the page on which the middle one is
 */
record FigureCheck(
        String way,
        BigDecimal some,
        BigDecimal all,
        @Nullable String unit,
        @Nullable BigDecimal figure,
        @Nullable String key,
        @Nullable String link) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** @param rows all of them */
    static @Nullable FigureCheck of(Counted counted, Slice slice, String figure, List<CountedRow> rows) {
        Checked checked = counted.checked(figure);
        if (rows.isEmpty() && checked.way() != Checked.Way.SHARE) {
            return null;
        }
        return switch (checked.way()) {
            case SUM -> null;
            case SHARE -> share(counted, slice, Objects.requireNonNull(checked.of()), rows);
            case MIDDLE -> middle(counted, slice, figure, rows);
            case AVERAGE -> average(rows);
        };
    }

    private static @Nullable FigureCheck share(Counted counted, Slice slice, String of, List<CountedRow> rows) {
        KeysetPage<CountedRow> whole = counted.rows(slice, of, null, FigureRows.ADDED_UP);
        if (whole.items().isEmpty() || whole.next() != null) {
            return null;
        }
        BigDecimal some = sum(rows);
        BigDecimal all = sum(whole.items());
        return new FigureCheck(
                "share",
                some,
                all,
                whole.items().get(0).unit(),
                all.signum() == 0 ? null : some.multiply(HUNDRED).divide(all, 0, RoundingMode.HALF_UP),
                null,
                Addresses.rows(counted.dashboard(), of, slice));
    }

    /** Of two in the middle the smaller, as the figure is reckoned. */
    private static FigureCheck middle(Counted counted, Slice slice, String figure, List<CountedRow> rows) {
        int at = (rows.size() - 1) / 2;
        int before = at / FigureRows.PAGE * FigureRows.PAGE;
        return new FigureCheck(
                "middle",
                BigDecimal.valueOf(at + 1L),
                BigDecimal.valueOf(rows.size()),
                null,
                rows.get(at).amount(),
                rows.get(at).key(),
                before == 0
                        ? Addresses.rows(counted.dashboard(), figure, slice)
                        : Addresses.rowsAfter(
                                counted.dashboard(),
                                figure,
                                slice,
                                rows.get(before - 1).key()));
    }

    private static FigureCheck average(List<CountedRow> rows) {
        BigDecimal many = BigDecimal.valueOf(rows.size());
        BigDecimal sum = sum(rows);
        return new FigureCheck("average", sum, many, null, sum.divide(many, 1, RoundingMode.HALF_UP), null, null);
    }

    private static BigDecimal sum(List<CountedRow> rows) {
        return rows.stream().map(CountedRow::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
