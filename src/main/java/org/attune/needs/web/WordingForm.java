package org.attune.needs.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.attune.needs.NeedId;
import org.attune.needs.NeedKind;
import org.attune.needs.NeedView;
import org.attune.needs.RewordNeed;
import org.jspecify.annotations.Nullable;

/** Our title of a need, and which kind it is. */
record WordingForm(
        @NotNull(message = "{needs.title.missing}") @Size(max = 200, message = "{needs.title.too-long}") @Nullable
        String title,

        @NotNull @Nullable NeedKind kind,
        @Nullable Integer version) {

    static WordingForm of(NeedView need) {
        return new WordingForm(need.title(), need.kind(), need.version());
    }

    RewordNeed command(NeedId need) {
        return new RewordNeed(
                need, Objects.requireNonNull(title), Objects.requireNonNull(kind), version == null ? -1 : version);
    }
}
