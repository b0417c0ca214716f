package org.attune.conversations;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a text, before anybody guessed what kind of turn it is.
 *
 * @param label the name that stood before it
 * @param at when it was said, where the text tells
 */
record Passage(
        @Nullable String label,
        String words,
        Part part,
        Source source,
        @Nullable Instant at) {

    /** Where words come from decides how exact they are, and whether one piece holds several turns. */
    enum Source {
        SPOKEN,
        WRITTEN,
        /** Our notes, with whoever said it named before them. */
        NOTED,
        JOTTED,
        /** Our notes, marked as our question. */
        QUESTION,
        /** Our notes, marked as our response. */
        RESPONSE
    }

    static Passage leftOut(String words, Part part) {
        return new Passage(null, words, part, Source.JOTTED, null);
    }
}
