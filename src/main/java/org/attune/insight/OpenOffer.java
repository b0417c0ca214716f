package org.attune.insight;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An offer they have not answered yet.
 *
 * @param day the one they named: when they are to be asked again, otherwise when they take the next step
 * @param next what was agreed until then
 * @param price of the first year
 */
public record OpenOffer(
        @Nullable LocalDate day,
        @Nullable String title,
        @Nullable String name,
        @Nullable String company,
        @Nullable String link,
        boolean pulled,
        BigDecimal price,
        String currency,
        @Nullable String next) {}
