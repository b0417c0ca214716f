package org.attune.stages;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a contact stands.
 *
 * @param stage the key of their stage; none while they are not on the path
 * @param place the position of the last stage on the path they were in, 0 for none; beside the path one keeps one's place
 * @param move the move that led here
 * @param how what kind of move that was
 */
record Standing(
        @Nullable String stage,
        int place,
        @Nullable Instant since,
        @Nullable LocalDate until,
        @Nullable UUID move,
        @Nullable String how) {

    static final Standing NOWHERE = new Standing(null, 0, null, null, null, null);
}
