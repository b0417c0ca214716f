package org.attune.library;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A material in a list.
 *
 * @param number of the newest version; none where all there is is a draft
 * @param draft whether somebody writes on it, for those who may see it
 * @param file the kind of its file, where it has one
 * @param link whether it leads to another place
 */
public record MaterialLine(
        MaterialId id,
        String title,
        String purpose,
        @Nullable String stage,
        @Nullable Step step,
        String language,
        @Nullable Integer number,
        boolean draft,
        @Nullable String file,
        boolean link,
        Instant writtenAt) {

    public String path() {
        return "/library/materials/" + id.value();
    }
}
