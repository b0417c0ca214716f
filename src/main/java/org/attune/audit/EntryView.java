package org.attune.audit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the trail, as far as whoever looks may know it.
 *
 * @param actor none where Attune did it by itself, somebody past it, or nobody was signed in
 * @param how {@code page}, {@code self} or {@code sql}
 * @param columns what changed, as the database calls it
 * @param masked values that are about a customer whom the viewer does not see
 * @param erasedAt when the values were erased
 */
public record EntryView(
        UUID id,
        Instant at,
        @Nullable UUID actor,
        String how,
        @Nullable String request,
        @Nullable String address,
        @Nullable String agent,
        String deed,
        String kind,
        @Nullable String record,
        @Nullable String aboutKind,
        @Nullable UUID aboutId,
        List<String> columns,
        boolean masked,
        @Nullable Instant erasedAt,
        Map<String, Object> before,
        Map<String, Object> after) {
    /** Which of the organisation's own fields this is a value of; the key says it after whose value it is. */
    public Optional<UUID> ownField() {
        return kind.endsWith("_field_value") && record != null
                ? Mentioned.in(record.substring(record.indexOf('/') + 1))
                : Optional.empty();
    }
}
