package org.attune.needs.web;

import jakarta.validation.constraints.NotNull;
import java.util.Objects;
import java.util.UUID;
import org.attune.conversations.TurnId;
import org.attune.platform.Ids;
import org.jspecify.annotations.Nullable;

/** They said yes to our estimate. */
record EstimateForm(
        @NotNull @Nullable UUID id,
        @NotNull @Nullable UUID estimate,

        @NotNull(message = "{needs.cost.turn-missing}") @Nullable
        UUID turn) {

    static EstimateForm of(@Nullable UUID estimate) {
        return new EstimateForm(Ids.next(), estimate, null);
    }

    UUID made() {
        return Objects.requireNonNull(id);
    }

    UUID ours() {
        return Objects.requireNonNull(estimate);
    }

    TurnId where() {
        return new TurnId(Objects.requireNonNull(turn));
    }
}
