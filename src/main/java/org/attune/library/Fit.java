package org.attune.library;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something of the library that may help with what was heard, and why.
 *
 * @param id of the material or the story
 * @param version what would be given, of a material; none for a story
 * @param why which of the reasons is the strongest
 * @param words those that matched, as they were said; the name of the theme; none where a need alone led here
 * @param speaker who said them; none for those of a need
 * @param spoken where it was heard; none for those of a need
 * @param need the title of the need, where it led here
 */
public record Fit(
        UUID id,
        @Nullable MaterialVersionId version,
        String title,
        Why why,
        List<String> words,
        @Nullable String speaker,
        @Nullable Spoken spoken,
        @Nullable String need) {

    public Fit {
        words = List.copyOf(words);
    }

    /** Why it is suggested. */
    public enum Why {
        HEARD,
        THEME,
        NEED
    }

    /** The turn in which it was heard; nought for those of a need. */
    public int seq() {
        return spoken == null ? 0 : spoken.seq();
    }

    public boolean isStory() {
        return version == null;
    }

    public String path() {
        return (isStory() ? "/library/stories/" : "/library/materials/") + id;
    }
}
