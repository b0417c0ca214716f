package org.attune.library.web;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.attune.conversations.TurnId;
import org.attune.library.NoteConsent;
import org.attune.library.Scope;
import org.attune.library.StoryId;
import org.attune.platform.Ids;
import org.jspecify.annotations.Nullable;

/** What somebody allowed to be done with their story. */
record ConsentForm(
        @NotNull @Nullable UUID id,

        @NotNull(message = "{library.consent.choose-scope}") @Nullable
        Scope scope,

        @NotNull(message = "{library.consent.choose-names}") @Nullable
        Boolean named,

        @NotNull(message = "{library.consent.choose-day}") @Nullable
        LocalDate givenOn,

        @Nullable LocalDate until,
        @Nullable UUID turn,
        @Nullable String how) {

    static ConsentForm on(LocalDate today) {
        return new ConsentForm(Ids.next(), null, null, today, null, null, null);
    }

    NoteConsent command(StoryId story) {
        return new NoteConsent(
                Objects.requireNonNull(id),
                story,
                Objects.requireNonNull(scope),
                Objects.requireNonNull(named),
                Objects.requireNonNull(givenOn),
                until,
                how,
                turn == null ? null : new TurnId(turn));
    }
}
