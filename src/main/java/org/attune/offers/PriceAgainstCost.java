package org.attune.offers;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The price of the first twelve months beside the cost of the part of the problems that goes away in them. Of a range the
 * lower end counts, so that the comparison never flatters us; a cost once counts in full.
 *
 * @param problem what all the problems cost in twelve months, in the currency of the price
 * @param goesAway what of it goes away
 * @param price what we ask in twelve months
 * @param missing why they cannot be compared, or that the price is not below; none where it is, or someone said why it
 *     still makes sense
 */
public record PriceAgainstCost(
        @Nullable BigDecimal problem,
        @Nullable BigDecimal goesAway,
        @Nullable BigDecimal price,
        @Nullable String missing) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal MONTHS = BigDecimal.valueOf(12);

    static PriceAgainstCost of(List<NeedFacts> needs, @Nullable Terms terms) {
        if (terms == null || terms.price().isNothing()) {
            return new PriceAgainstCost(null, null, null, "no-price");
        }
        Price price = terms.price();
        PriceAgainstCost compared = compare(needs, terms);
        Price before = terms.repeatedPrice();
        boolean notMoreThanBefore = before != null
                && before.currency().equals(price.currency())
                && price.overTwelveMonths().compareTo(before.overTwelveMonths()) <= 0
                && needs.stream().anyMatch(n -> n.carried().containsKey(Rule.COST_KNOWN));
        boolean excused =
                terms.stillSensible() != null && !terms.stillSensible().isBlank();
        return excused || notMoreThanBefore ? compared.allowed() : compared;
    }

    private static PriceAgainstCost compare(List<NeedFacts> needs, Terms terms) {
        BigDecimal asked = terms.price().overTwelveMonths();
        BigDecimal problem = BigDecimal.ZERO;
        BigDecimal goesAway = BigDecimal.ZERO;
        for (NeedFacts facts : needs) {
            String missing = missing(facts, terms);
            if (missing != null) {
                return new PriceAgainstCost(null, null, asked, missing);
            }
            BigDecimal yearly = yearly(facts);
            problem = problem.add(yearly);
            goesAway = goesAway.add(share(
                    yearly,
                    Objects.requireNonNull(terms.parts().get(facts.need())).percent()));
        }
        return new PriceAgainstCost(problem, goesAway, asked, asked.compareTo(goesAway) < 0 ? null : "not-below");
    }

    /** Why the price cannot be compared with the cost of this need; none where it can. */
    private static @Nullable String missing(NeedFacts facts, Terms terms) {
        NeedFacts.Cost cost = facts.cost();
        if (cost == null || !cost.isTheirs()) {
            return "no-cost";
        }
        if (cost.yearly() == null) {
            return "not-in-money";
        }
        if (!terms.price().currency().equals(cost.currency())) {
            return "other-currency";
        }
        return terms.parts().containsKey(facts.need()) ? null : "no-part";
    }

    private static BigDecimal yearly(NeedFacts facts) {
        return Objects.requireNonNull(Objects.requireNonNull(facts.cost()).yearly());
    }

    static BigDecimal share(BigDecimal yearly, int percent) {
        return yearly.multiply(BigDecimal.valueOf(percent)).divide(HUNDRED, 2, RoundingMode.HALF_UP);
    }

    private PriceAgainstCost allowed() {
        return new PriceAgainstCost(problem, goesAway, price, null);
    }

    public boolean isCompared() {
        return problem != null && goesAway != null && price != null && problem.signum() > 0;
    }

    /** How much of the problem goes away, as the width of a bar. */
    public int partPercent() {
        return isCompared() ? percent(goesAway) : 0;
    }

    /** The price against the whole problem, as the width of a bar. */
    public int pricePercent() {
        return isCompared() ? Math.min(100, percent(price)) : 0;
    }

    /** The price against the part that goes away. */
    public int priceOfPartPercent() {
        BigDecimal part = goesAway;
        if (!isCompared() || part == null || part.signum() == 0) {
            return 0;
        }
        return Objects.requireNonNull(price)
                .multiply(HUNDRED)
                .divide(part, 0, RoundingMode.HALF_UP)
                .intValue();
    }

    /** What they keep in the first year; none where nothing stays. */
    public @Nullable BigDecimal kept() {
        BigDecimal part = goesAway;
        if (!isCompared() || part == null) {
            return null;
        }
        BigDecimal kept = part.subtract(Objects.requireNonNull(price));
        return kept.signum() > 0 ? kept : null;
    }

    /** After how many months the price of the first year has come back, to the half month; none where not within it. */
    public @Nullable BigDecimal paybackMonths() {
        BigDecimal part = goesAway;
        if (!isCompared() || part == null || kept() == null) {
            return null;
        }
        return Objects.requireNonNull(price)
                .multiply(MONTHS)
                .multiply(BigDecimal.valueOf(2))
                .divide(part, MathContext.DECIMAL64)
                .setScale(0, RoundingMode.HALF_UP)
                .divide(BigDecimal.valueOf(2), 1, RoundingMode.HALF_UP);
    }

    private int percent(@Nullable BigDecimal amount) {
        return Objects.requireNonNull(amount)
                .multiply(HUNDRED)
                .divide(Objects.requireNonNull(problem), 0, RoundingMode.HALF_UP)
                .intValue();
    }
}
