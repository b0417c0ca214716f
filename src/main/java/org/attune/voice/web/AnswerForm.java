package org.attune.voice.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.attune.platform.Ids;
import org.attune.voice.AnswerStatement;
import org.attune.voice.Resolve;
import org.jspecify.annotations.Nullable;

/** What is to become of it. */
record AnswerForm(
        @NotNull @Nullable UUID id,
        @Nullable Integer version,

        @NotNull(message = "{voice.answer.resolve.needed}") @Nullable
        Resolve resolve,

        @NotNull(message = "{voice.answer.why.needed}") @Size(max = 2000) @Nullable
        String why,

        @Nullable LocalDate byWhen) {

    static AnswerForm empty(int answers) {
        return new AnswerForm(Ids.next(), answers, null, null, null);
    }

    AnswerStatement command(UUID statement) {
        return new AnswerStatement(
                Objects.requireNonNull(id),
                statement,
                version == null ? -1 : version,
                Objects.requireNonNull(resolve),
                Objects.requireNonNull(why),
                byWhen);
    }
}
