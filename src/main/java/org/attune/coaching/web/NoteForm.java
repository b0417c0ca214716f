package org.attune.coaching.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.UUID;
import org.attune.access.UserId;
import org.attune.coaching.WriteNote;
import org.attune.platform.Ids;
import org.jspecify.annotations.Nullable;

/** A note is written down. */
record NoteForm(
        @NotNull @Nullable UUID id,
        @Nullable UUID with,

        @NotNull(message = "{coaching.note.needed}") @Size(max = 5_000) @Nullable
        String words) {

    static NoteForm empty(@Nullable UUID with) {
        return new NoteForm(Ids.next(), with, null);
    }

    WriteNote command(UserId person) {
        return new WriteNote(
                Objects.requireNonNull(id),
                person,
                with == null ? null : new UserId(with),
                Objects.requireNonNull(words));
    }
}
