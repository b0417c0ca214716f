package org.attune.offers;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A policy that is or was in force.
 *
 * @param by who published it; none: as Attune came
 * @param changes what it changed of the one before
 */
public record PolicyVersion(
        int number,
        GatePolicy policy,
        String note,
        @Nullable String by,
        Instant at,
        List<GatePolicy.Change> changes) {

    public PolicyVersion {
        changes = List.copyOf(changes);
    }
}
