package org.attune.insight;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The offers that are open now, and those that went out in a period.
 *
 * @param first those whose day comes first; the others are among the rows
 * @param all how many there are
 * @param late how many have a day that has passed
 * @param months by the month of the day they named, the earliest first; none where they named no day
 */
public record OnTheTable(
        List<OpenOffer> first,
        long all,
        long pulled,
        long noDay,
        long late,
        List<Sum> sums,
        List<Month> months,
        long sent,
        long sentPulled,
        long sentBefore,
        long sentPulledBefore) {

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
