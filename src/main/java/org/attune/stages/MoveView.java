package org.attune.stages;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A move that was made.
 *
 * @param from the name of the stage they were in, if any
 * @param to the name of the stage they came to; none where the first move was taken back
 * @param by the name of who moved them
 */
public record MoveView(
        UUID id,
        @Nullable String from,
        @Nullable String to,
        How how,
        Instant at,
        String by,
        @Nullable LocalDate until,
        @Nullable String reason) {}
