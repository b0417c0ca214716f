package org.attune.stages;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A published version of the stages.
 *
 * @param by the name of who published it; none for the set Attune came with
 * @param restored the earlier version it brought back, if it did
 */
public record VersionView(
        int version,
        Instant at,
        @Nullable String by,
        String note,
        @Nullable Integer restored,
        boolean inForce) {}
