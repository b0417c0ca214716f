package org.attune.nurture.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.attune.conversations.TurnId;
import org.attune.nurture.AgreeSilence;
import org.attune.people.ContactId;
import org.attune.platform.Ids;
import org.jspecify.annotations.Nullable;

/** Somebody is to be left in peace until a day. */
record SilenceForm(
        @NotNull @Nullable UUID id,

        @NotNull(message = "{nurture.silence.until}") @Nullable
        LocalDate until,

        @Size(max = 500) @Nullable String why,
        @Nullable UUID turn) {

    static SilenceForm empty(@Nullable UUID turn) {
        return new SilenceForm(Ids.next(), null, null, turn);
    }

    AgreeSilence command(ContactId contact) {
        return new AgreeSilence(
                Objects.requireNonNull(id),
                contact,
                Objects.requireNonNull(until),
                why,
                turn == null ? null : new TurnId(turn));
    }
}
