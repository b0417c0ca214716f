package org.attune.insight;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How relationships are beside what came of them.
 *
 * @param end the evening up to which the period goes; today's where it is not over
 * @param then the evening before it
 * @param health at its end
 * @param before at the end of the period before
 * @param signed in the period, each currency for itself
 * @param signedBefore in the period before
 * @param months the last of them to the period's end, from the first of which something is known
 * @param leads whether health goes ahead of what is signed, each currency for itself
 */
public record SalesBoard(
        LocalDate today,
        LocalDate end,
        LocalDate then,
        Bands health,
        Bands before,
        Signed signed,
        Signed signedBefore,
        Quadrants quadrants,
        YearLater yearLater,
        List<Month> months,
        List<LeadingHealth> leads) {

    /**
     * What they said yes to.
     *
     * @param offers how many
     * @param amounts of the first twelve months, by currency
     */
    public record Signed(long offers, Map<String, BigDecimal> amounts) {

        static final Signed NOTHING = new Signed(0, Map.of());

        public Signed {
            amounts = Map.copyOf(amounts);
        }
    }

    /**
     * Health and sales of one period, and of the one before.
     *
     * @param end the evening on which health was so
     */
    public record Beside(LocalDate end, Bands health, Bands before, Signed signed, Signed signedBefore) {}

    /**
     * One month.
     *
     * @param last its last day; today or the period's last, where that is earlier
     * @param whole whether it is over
     * @param health on the evening of its last day
     */
    public record Month(YearMonth month, LocalDate last, boolean whole, Bands health, Signed signed) {

        public BigDecimal signed(String currency) {
            return signed.amounts().getOrDefault(currency, BigDecimal.ZERO);
        }

        public @Nullable Double mean() {
            return health.mean();
        }
    }

    public SalesBoard {
        months = List.copyOf(months);
        leads = List.copyOf(leads);
    }
}
