package org.attune.offers.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.attune.offers.DecideOffer;
import org.attune.offers.DecisionKind;
import org.attune.offers.OfferId;
import org.jspecify.annotations.Nullable;

/** What they decided. */
record DecisionForm(
        @NotNull @Nullable UUID id,
        @NotNull @Nullable DecisionKind decision,
        @NotNull @Nullable LocalDate onDay,
        @Size(max = 5000) @Nullable String reason,
        @Nullable LocalDate askAgainOn) {

    DecideOffer decide(OfferId offer) {
        return new DecideOffer(
                Objects.requireNonNull(id),
                offer,
                Objects.requireNonNull(decision),
                Objects.requireNonNull(onDay),
                reason,
                askAgainOn);
    }
}
