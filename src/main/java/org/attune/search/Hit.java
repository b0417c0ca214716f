package org.attune.search;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that was found.
 *
 * @param title a name or a title; none for words, which stand in their excerpt
 * @param about what tells two of one name apart
 * @param said for words: what was said, with what was looked for marked
 * @param how for words that were heard: how exactly they were written down; none for ours
 */
public record Hit(
        String href,
        @Nullable String title,
        @Nullable String about,
        @Nullable Excerpt said,
        @Nullable String how,
        @Nullable Instant at,
        boolean archived) {

    /** Whether it stands in quotation marks: they said it in these words. */
    public boolean quoted() {
        return "word_for_word".equals(how) || "from_memory".equals(how);
    }

    /** What they said in essence, without quotation marks, as theirs all the same. */
    public boolean inEssence() {
        return "in_essence".equals(how);
    }
}
