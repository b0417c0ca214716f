package org.attune.pulse.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.attune.pulse.AnswerPulse;
import org.attune.pulse.Felt;
import org.jspecify.annotations.Nullable;

/** What a customer answers. */
record PulseForm(
        @Nullable String token,

        @NotNull(message = "{pulse.answer-missing}") @Nullable
        Felt heard,

        @NotNull(message = "{pulse.answer-missing}") @Nullable
        Felt understood,

        @NotNull(message = "{pulse.answer-missing}") @Nullable
        Felt answered,

        @Size(max = 2000, message = "{pulse.words-too-long}") @Nullable
        String words) {

    static PulseForm empty() {
        return new PulseForm(null, null, null, null, null);
    }

    AnswerPulse command() {
        return new AnswerPulse(
                Objects.requireNonNull(heard),
                Objects.requireNonNull(understood),
                Objects.requireNonNull(answered),
                words);
    }
}
