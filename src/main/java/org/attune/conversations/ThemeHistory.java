package org.attune.conversations;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What became of a theme: the names it had, and the merges it was part of, the newest first. */
public record ThemeHistory(List<Name> names, List<Merge> merges) {

    public ThemeHistory {
        names = List.copyOf(names);
        merges = List.copyOf(merges);
    }

    /** @param by none where nobody remembers */
    public record Name(String name, @Nullable String by, Instant at) {}

    /**
     * @param undoneBy none while it holds
     * @param undoable it holds, and its day is not over
     */
    public record Merge(
            UUID id,
            String theme,
            String into,
            String by,
            Instant at,
            @Nullable String undoneBy,
            boolean undoable) {}
}
