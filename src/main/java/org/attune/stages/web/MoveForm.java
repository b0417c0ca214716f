package org.attune.stages.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.attune.people.ContactId;
import org.attune.stages.MoveContact;
import org.attune.stages.PathView;
import org.jspecify.annotations.Nullable;

/** Somebody is moved to another stage. */
record MoveForm(
        @NotNull @Nullable UUID id,

        @NotNull(message = "{stages.move.to.needed}") @Nullable
        String to,

        @Nullable UUID after,
        @Size(max = 1000) @Nullable String reason,
        @Nullable LocalDate until) {

    static MoveForm on(PathView path, @Nullable String to) {
        return new MoveForm(path.nextMove(), to, path.move(), null, null);
    }

    MoveContact command(ContactId contact) {
        return new MoveContact(Objects.requireNonNull(id), contact, Objects.requireNonNull(to), after, reason, until);
    }
}
