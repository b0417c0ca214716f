package org.attune.desk.web;

import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was jotted or pasted.
 *
 * @param id made beforehand: sorting the same text twice proposes nothing twice
 * @param before the note as it stood when the page was opened
 * @param kind {@code sort} into turns, or {@code keep} as a note
 */
public record NotesForm(
        @Nullable UUID id,
        @Size(max = 50_000) @Nullable String note,
        @Nullable String before,
        @Nullable String kind,
        @Nullable Boolean complete) {}
