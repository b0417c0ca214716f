package org.attune.needs.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.attune.needs.EndNeed;
import org.attune.needs.Ending;
import org.attune.needs.NeedId;
import org.jspecify.annotations.Nullable;

/** A need ends, with or without an offer. */
record EndingForm(
        @NotNull @Nullable Ending how,

        @Size(max = 1000, message = "{needs.ending.why-too-long}") @Nullable
        String why,

        @Nullable Integer version) {

    static EndingForm at(int version) {
        return new EndingForm(null, null, version);
    }

    EndNeed command(NeedId need) {
        return new EndNeed(need, Objects.requireNonNull(how), why, version == null ? -1 : version);
    }
}
