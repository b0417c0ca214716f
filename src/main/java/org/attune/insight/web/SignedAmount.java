package org.attune.insight.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.attune.insight.SalesBoard.Signed;
import org.jspecify.annotations.Nullable;

/** What was signed in one currency; it is never added to another. */
record SignedAmount(
        String currency, BigDecimal amount, @Nullable Change change) {

    /** Those of these days or of the days before. */
    static List<SignedAmount> of(Signed now, Signed before) {
        Map<String, BigDecimal> is = now.amounts();
        Map<String, BigDecimal> was = before.amounts();
        TreeSet<String> currencies = new TreeSet<>(is.keySet());
        currencies.addAll(was.keySet());
        return currencies.stream()
                .map(currency -> of(
                        currency,
                        is.getOrDefault(currency, BigDecimal.ZERO),
                        was.getOrDefault(currency, BigDecimal.ZERO)))
                .toList();
    }

    private static SignedAmount of(String currency, BigDecimal now, BigDecimal before) {
        return new SignedAmount(currency, now, Change.of(now, before, true));
    }
}
