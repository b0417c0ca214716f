package org.attune.offers;

import java.time.LocalDate;
import java.util.Currency;
import org.attune.platform.RuleRefused;
import org.jspecify.annotations.Nullable;

/**
 * What is written in an offer: title, scope, price and day for the customer, the rest for us.
 *
 * @param pushReason why we propose it, where they did not ask
 * @param stillSensible why it makes sense although the price is not below the cost
 * @param senseForUs why it makes sense for us; ours alone
 */
public record OfferWords(
        String title,
        String scope,
        Price price,
        LocalDate validUntil,
        @Nullable String pushReason,
        @Nullable String stillSensible,
        @Nullable String senseForUs) {

    private static final int YEARS = 5;

    /** @throws RuleRefused where something is missing or too long */
    public OfferWords {
        title = required(title, 200, "title");
        scope = required(scope, 10_000, "scope");
        pushReason = optional(pushReason, 1000, "pushReason");
        stillSensible = optional(stillSensible, 1000, "stillSensible");
        senseForUs = optional(senseForUs, 2000, "senseForUs");
        if (price.isNothing()) {
            throw new RuleRefused("offers.refused.price", "once");
        }
        if (Currency.getAvailableCurrencies().stream()
                .noneMatch(known -> known.getCurrencyCode().equals(price.currency()))) {
            throw new RuleRefused("offers.refused.currency", "currency");
        }
    }

    /** @throws RuleRefused where its time has passed before it begins, or ends in another age */
    void checkDay(LocalDate today) {
        if (validUntil.isBefore(today) || validUntil.isAfter(today.plusYears(YEARS))) {
            throw new RuleRefused("offers.refused.valid-until", "validUntil");
        }
    }

    /** Whether the customer reads the same. */
    boolean sameTermsAs(OfferWords other) {
        return title.equals(other.title)
                && scope.equals(other.scope)
                && price.sameAs(other.price)
                && validUntil.equals(other.validUntil);
    }

    /** For comparing two of them side by side. */
    String toCompare() {
        return title + "\n" + scope + "\n" + price + "\n" + validUntil;
    }

    private static String required(String text, int longest, String field) {
        String stripped = text.strip();
        if (stripped.isEmpty()) {
            throw new RuleRefused("offers.refused.missing", field);
        }
        return fitting(stripped, longest, field);
    }

    private static @Nullable String optional(@Nullable String text, int longest, String field) {
        return text == null || text.isBlank() ? null : fitting(text.strip(), longest, field);
    }

    private static String fitting(String text, int longest, String field) {
        if (text.codePointCount(0, text.length()) > longest) {
            throw new RuleRefused("offers.refused.too-long", field, longest);
        }
        return text;
    }
}
