package org.attune.conversations;

import org.jspecify.annotations.Nullable;

/**
 * Something heard that a response could name.
 *
 * @param speakerName their given name, where the viewer sees them
 * @param words none once they were erased
 * @param waiting their question, and no response names it yet
 */
public record AnswerableTurn(
        TurnRef turn,
        @Nullable String speakerName,
        @Nullable String words,
        Exactness exactness,
        boolean waiting) {}
