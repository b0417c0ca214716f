package org.attune.coaching.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.attune.coaching.NoteView;
import org.jspecify.annotations.Nullable;

/** One's own note is said in other words. */
record RewordNoteForm(
        @NotNull(message = "{coaching.note.needed}") @Size(max = 5_000) @Nullable
        String words,

        @Nullable Integer version) {

    static RewordNoteForm of(NoteView note) {
        return new RewordNoteForm(note.words(), note.version());
    }
}
