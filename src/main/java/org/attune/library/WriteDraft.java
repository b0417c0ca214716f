package org.attune.library;

import org.jspecify.annotations.Nullable;

/**
 * A version is drafted, or a draft is written on.
 *
 * @param id of the version, made beforehand
 * @param version of the draft the form was opened on; none where it is new
 */
public record WriteDraft(
        MaterialVersionId id,
        MaterialId material,
        MaterialContent content,
        @Nullable Integer version) {}
