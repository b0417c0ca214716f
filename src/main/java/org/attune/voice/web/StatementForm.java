package org.attune.voice.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.attune.conversations.TurnId;
import org.attune.platform.Ids;
import org.attune.voice.Addressee;
import org.attune.voice.PutStatement;
import org.jspecify.annotations.Nullable;

/** Something is put to those who decide. */
record StatementForm(
        @NotNull @Nullable UUID id,

        @NotNull(message = "{voice.statement.to.needed}") @Nullable
        Addressee to,

        @NotNull(message = "{voice.statement.words.needed}") @Size(max = 1000) @Nullable
        String words,

        @Nullable UUID theme,
        @Nullable UUID turn,
        @Nullable List<UUID> turns) {

    static StatementForm about(@Nullable UUID theme, @Nullable UUID turn) {
        return new StatementForm(Ids.next(), null, null, theme, turn, turn == null ? List.of() : List.of(turn));
    }

    /** What it rests on, as far as it was chosen. */
    List<UUID> chosen() {
        return turns == null
                ? List.of()
                : turns.stream().filter(Objects::nonNull).toList();
    }

    PutStatement command() {
        return new PutStatement(
                Objects.requireNonNull(id),
                Objects.requireNonNull(to),
                Objects.requireNonNull(words),
                theme,
                chosen().stream().map(TurnId::new).collect(Collectors.toSet()));
    }
}
