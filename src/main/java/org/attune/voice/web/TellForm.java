package org.attune.voice.web;

import jakarta.validation.constraints.NotNull;
import java.util.Objects;
import java.util.UUID;
import org.attune.people.ContactId;
import org.attune.platform.Ids;
import org.attune.voice.TellAnswer;
import org.jspecify.annotations.Nullable;

/** Somebody was told, and where. */
record TellForm(
        @NotNull @Nullable UUID id,
        @NotNull @Nullable UUID answer,
        @NotNull @Nullable UUID contact,

        @NotNull(message = "{voice.telling.where}") @Nullable
        String where) {

    static TellForm empty(UUID answer, UUID contact) {
        return new TellForm(Ids.next(), answer, contact, null);
    }

    TellAnswer command(UUID statement) {
        return new TellAnswer(
                Objects.requireNonNull(id),
                statement,
                Objects.requireNonNull(answer),
                new ContactId(Objects.requireNonNull(contact)),
                Objects.requireNonNull(where));
    }
}
