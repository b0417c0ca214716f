package org.attune.health;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * They brought us somebody.
 *
 * @param withdrawn the day on which somebody said that it was not so
 */
record Introduced(
        UUID id, LocalDate day, LocalDate known, @Nullable LocalDate withdrawn) {

    boolean holds(LocalDate end) {
        return !known.isAfter(end) && !day.isAfter(end) && (withdrawn == null || withdrawn.isAfter(end));
    }
}
