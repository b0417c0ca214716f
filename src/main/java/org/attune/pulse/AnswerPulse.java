package org.attune.pulse;

import org.jspecify.annotations.Nullable;

/** What somebody answered, with a line of their own if they wrote one. */
public record AnswerPulse(
        Felt heard,
        Felt understood,
        Felt answered,
        @Nullable String words) {

    public AnswerPulse {
        words = words == null || words.isBlank() ? null : words.strip().replace("\r\n", "\n");
    }
}
