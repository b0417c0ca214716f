package org.attune.coaching;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something agreed, as both see it.
 *
 * @param doneBy who of the two said it is done; none while it is open
 */
public record StepView(
        UUID id,
        Pair pair,
        String words,
        LocalDate due,
        String agreedBy,
        @Nullable String doneBy,
        @Nullable Instant doneAt) {

    public boolean isDone() {
        return doneBy != null;
    }
}
