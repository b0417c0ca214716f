package org.attune.desk.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.UUID;
import org.attune.access.UserId;
import org.attune.platform.Ids;
import org.jspecify.annotations.Nullable;

/** Who takes over, and why. */
record HandOverForm(
        @NotNull @Nullable UUID id,
        @NotNull @Nullable UUID to,
        @NotNull @Size(max = 500) @Nullable String why) {

    static HandOverForm fresh() {
        return new HandOverForm(Ids.next(), null, null);
    }

    UUID made() {
        return Objects.requireNonNull(id);
    }

    UserId successor() {
        return new UserId(Objects.requireNonNull(to));
    }
}
