package org.attune.library;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A story in a list.
 *
 * @param about whose it is; none where the viewer may not know
 * @param consent the one in force; none: it stays within the team
 */
public record StoryLine(
        StoryId id,
        String title,
        String situation,
        String language,
        @Nullable String about,
        boolean inside,
        @Nullable Consent consent,
        Instant writtenAt) {

    public String path() {
        return "/library/stories/" + id.value();
    }
}
