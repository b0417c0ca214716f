package org.attune.offers;

import java.math.BigDecimal;

/** What we ask: once, every month, every year. */
public record Price(BigDecimal once, BigDecimal month, BigDecimal year, String currency) {

    private static final BigDecimal MONTHS = BigDecimal.valueOf(12);

    /** What they pay in the first twelve months. */
    public BigDecimal overTwelveMonths() {
        return once.add(month.multiply(MONTHS)).add(year);
    }

    public boolean isNothing() {
        return overTwelveMonths().signum() == 0;
    }

    boolean sameAs(Price other) {
        return once.compareTo(other.once) == 0
                && month.compareTo(other.month) == 0
                && year.compareTo(other.year) == 0
                && currency.equals(other.currency);
    }

    @Override
    public String toString() {
        return once.toPlainString() + " + " + month.toPlainString() + " × 12 + " + year.toPlainString() + " "
                + currency;
    }
}
