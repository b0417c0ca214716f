package org.attune.library;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One version of a material with what it says.
 *
 * @param by who wrote it
 * @param publishedAt none: a draft
 * @param mayWrite whether the viewer may write on it, as long as it is a draft
 */
public record VersionView(
        MaterialVersionId id,
        int number,
        MaterialContent content,
        @Nullable FileView file,
        String by,
        Instant writtenAt,
        @Nullable Instant publishedAt,
        int version,
        boolean mayWrite) {

    public boolean isDraft() {
        return publishedAt == null;
    }

    /** Whether there is anything to give to somebody. */
    public boolean saysSomething() {
        return !content.body().isBlank() || content.url() != null || file != null;
    }
}
