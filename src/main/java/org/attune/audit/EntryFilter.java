package org.attune.audit;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which entries somebody looks for; whatever is left out does not count.
 *
 * @param byItself only what Attune did by itself
 * @param record the record it is about, or its key
 * @param words every one has to mean a deed, a kind or a field of the entry
 */
public record EntryFilter(
        @Nullable UUID person,
        boolean byItself,
        @Nullable String kind,
        @Nullable UUID record,
        @Nullable Instant from,
        @Nullable Instant until,
        List<Meaning> words) {

    public EntryFilter {
        words = List.copyOf(words);
    }

    /** What a word can mean on the trail. */
    public record Meaning(Set<String> deeds, Set<String> kinds, Set<String> columns) {}

    static EntryFilter about(UUID record) {
        return new EntryFilter(null, false, null, record, null, null, List.of());
    }
}
