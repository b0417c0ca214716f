package org.attune.needs.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.attune.needs.AnswerSummary;
import org.attune.needs.Verdict;
import org.jspecify.annotations.Nullable;

/** What a customer answers to a summary; which of two buttons they pressed is the verdict. */
record AnswerForm(
        @Nullable String token,

        @NotNull(message = "{needs.asked.verdict-missing}") @Nullable
        Verdict verdict,

        @Size(max = 5000, message = "{needs.asked.words-too-long}") @Nullable
        String words) {

    static AnswerForm empty() {
        return new AnswerForm(null, null, null);
    }

    AnswerSummary command(String pressed) {
        return new AnswerSummary(Objects.requireNonNull(verdict), words, pressed);
    }
}
