package org.attune.needs;

import org.jspecify.annotations.Nullable;

/**
 * What somebody answered to a summary.
 *
 * @param words in theirs; none where the button alone says it
 * @param pressed what stands on the button for that
 */
public record AnswerSummary(Verdict verdict, @Nullable String words, String pressed) {

    public AnswerSummary {
        words = words == null || words.isBlank() ? null : words.strip().replace("\r\n", "\n");
    }

    /** Word for word what we heard. */
    String heard() {
        return words == null ? pressed : words;
    }
}
