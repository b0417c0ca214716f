package org.attune.needs;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import org.attune.platform.RuleRefused;
import org.jspecify.annotations.Nullable;

/**
 * What a problem costs: one amount, or from a low to a high one.
 *
 * @param high none where it is one amount
 */
public record Cost(BigDecimal low, @Nullable BigDecimal high, String currency, Per per) {

    private static final BigDecimal MOST = new BigDecimal("9999999999999.99");

    public Cost {
        low = inCents(low, "low");
        high = high == null || inCents(high, "high").compareTo(low) == 0 ? null : inCents(high, "high");
        if (high != null && high.compareTo(low) < 0) {
            throw new RuleRefused("needs.cost.upside-down", "high");
        }
        if (!known(currency)) {
            throw new RuleRefused("needs.cost.currency", "currency");
        }
    }

    /** The larger end, which is the only one where it is one amount. */
    public BigDecimal upTo() {
        return high == null ? low : high;
    }

    public boolean isRange() {
        return high != null;
    }

    /**
     * What it comes to within twelve months: a monthly cost twelve times, a yearly one once, and one that falls due only
     * once in full. This is what a price over twelve months is compared with; nothing is rounded or converted.
     */
    public Cost perYear() {
        return new Cost(
                per.overTwelveMonths(low), high == null ? null : per.overTwelveMonths(high), currency, Per.YEAR);
    }

    private static BigDecimal inCents(BigDecimal amount, String field) {
        if (amount.signum() <= 0) {
            throw new RuleRefused("needs.cost.not-positive", field);
        }
        if (amount.compareTo(MOST) > 0) {
            throw new RuleRefused("needs.cost.too-large", field);
        }
        if (amount.stripTrailingZeros().scale() > 2) {
            throw new RuleRefused("needs.cost.too-fine", field);
        }
        return amount.setScale(2, RoundingMode.UNNECESSARY);
    }

    private static boolean known(String currency) {
        return Currency.getAvailableCurrencies().stream()
                .anyMatch(one -> one.getCurrencyCode().equals(currency));
    }
}
