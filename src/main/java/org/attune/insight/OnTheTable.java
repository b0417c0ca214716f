package org.attune.insight;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The offers that are open now.
 *
 * @param first those whose day comes first; the others are among the rows
 * @param all how many there are
 * @param late how many have a day that has passed
 * @param soon how many have a day within two weeks
 * @param months by the month of the day they named, the earliest first; none where they named no day
 * @param before how many of the same relationships were open when the period began
 */
public record OnTheTable(
        List<OpenOffer> first,
        long all,
        long pulled,
        long noDay,
        long late,
        long soon,
        List<Sum> sums,
        List<Month> months,
        long before) {

    /** Together, unweighted, and never across currencies. */
    public record Sum(String currency, long offers, BigDecimal pulled, BigDecimal pushed) {

        public BigDecimal amount() {
            return pulled.add(pushed);
        }
    }

    public record Month(@Nullable LocalDate first, long pulled, long pushed) {}

    public OnTheTable {
        first = List.copyOf(first);
        sums = List.copyOf(sums);
        months = List.copyOf(months);
    }

    public long pushed() {
        return all - pulled;
    }
}
