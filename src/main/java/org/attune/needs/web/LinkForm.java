package org.attune.needs.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.attune.conversations.TurnId;
import org.attune.needs.LinkTurn;
import org.attune.needs.NeedId;
import org.attune.needs.PersonRole;
import org.jspecify.annotations.Nullable;

/** Something heard is about this need. */
record LinkForm(
        @NotNull @Nullable UUID turn,
        @Nullable Boolean states,
        @Size(max = 20000) @Nullable String excerpt,
        @Nullable Set<PersonRole> speakerAs) {

    static LinkForm empty() {
        return new LinkForm(null, false, null, null);
    }

    LinkTurn command(NeedId need) {
        return new LinkTurn(
                need, new TurnId(Objects.requireNonNull(turn)), Boolean.TRUE.equals(states), excerpt, speakerAs);
    }
}
