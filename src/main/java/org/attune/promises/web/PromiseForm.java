package org.attune.promises.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.attune.conversations.ConversationId;
import org.attune.conversations.TurnId;
import org.attune.people.ContactId;
import org.attune.platform.Ids;
import org.attune.promises.MakePromise;
import org.attune.promises.PromiseId;
import org.attune.promises.Side;
import org.jspecify.annotations.Nullable;

/** A promise is written down. */
record PromiseForm(
        @NotNull @Nullable UUID id,

        @NotNull(message = "{promises.side.needed}") @Nullable
        Side side,

        @NotNull(message = "{promises.words.needed}") @Size(max = 500) @Nullable
        String words,

        @NotNull(message = "{promises.due.needed}") @Nullable
        LocalDate due,

        @Nullable Boolean nextStep,
        @Nullable UUID turn,
        @Nullable UUID conversation) {

    static PromiseForm empty(@Nullable UUID turn, @Nullable UUID conversation) {
        return new PromiseForm(Ids.next(), Side.US, null, null, false, turn, conversation);
    }

    MakePromise command(ContactId contact) {
        return new MakePromise(
                new PromiseId(Objects.requireNonNull(id)),
                contact,
                Objects.requireNonNull(side),
                null,
                Objects.requireNonNull(words),
                Objects.requireNonNull(due),
                Boolean.TRUE.equals(nextStep),
                turn == null ? null : new TurnId(turn),
                conversation == null ? null : new ConversationId(conversation));
    }
}
