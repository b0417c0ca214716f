package org.attune.needs;

import java.math.BigDecimal;

/** How often a cost falls due. */
public enum Per {
    MONTH(12),
    YEAR(1),
    /** Counts in full within the twelve months that prices are compared over. */
    ONCE(1);

    private final BigDecimal inTwelveMonths;

    Per(int inTwelveMonths) {
        this.inTwelveMonths = BigDecimal.valueOf(inTwelveMonths);
    }

    BigDecimal overTwelveMonths(BigDecimal amount) {
        return amount.multiply(inTwelveMonths);
    }
}
