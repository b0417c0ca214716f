package org.attune.needs.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.attune.conversations.TurnId;
import org.attune.needs.Cost;
import org.attune.needs.CostKind;
import org.attune.needs.NeedId;
import org.attune.needs.Per;
import org.attune.needs.StateCost;
import org.attune.platform.Ids;
import org.jspecify.annotations.Nullable;

/** What the problem costs them. */
record CostForm(
        @NotNull @Nullable UUID id,
        @NotNull @Nullable CostKind kind,
        @Nullable BigDecimal low,
        @Nullable BigDecimal high,

        @Size(max = 3, message = "{needs.cost.currency}") @Nullable
        String currency,

        @Nullable Per per,

        @Size(max = 2000, message = "{needs.cost.worked-out.too-long}") @Nullable
        String workedOut,

        @Nullable UUID turn) {

    static CostForm empty(String currency) {
        return new CostForm(Ids.next(), CostKind.AMOUNT, null, null, currency, Per.MONTH, null, null);
    }

    StateCost command(NeedId need) {
        CostKind stated = Objects.requireNonNull(kind);
        return new StateCost(
                Objects.requireNonNull(id),
                need,
                stated,
                stated.counted() && low != null ? amount(low) : null,
                workedOut,
                turn == null ? null : new TurnId(turn));
    }

    private Cost amount(BigDecimal from) {
        String letters = currency == null ? "" : currency.toUpperCase(Locale.ROOT);
        return new Cost(from, high, letters, per == null ? Per.ONCE : per);
    }
}
