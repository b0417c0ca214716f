package org.attune.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody an admin found by what identifies them; enough to tell two apart, and no more.
 *
 * @param name only where the admin works with them as well
 * @param owner which of us works with them
 * @param erasedAt when they were erased
 */
public record PersonFound(
        UUID id,
        @Nullable String name,
        String owner,
        String team,
        Instant since,
        @Nullable Instant erasedAt) {}
