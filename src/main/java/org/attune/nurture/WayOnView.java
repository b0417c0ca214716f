package org.attune.nurture;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How it goes on with somebody, as it was chosen. */
public record WayOnView(
        UUID id,
        Way way,
        @Nullable LocalDate askAgainOn,
        @Nullable Wish whoseWish,
        @Nullable Boolean wouldRefer,
        @Nullable String why,
        Instant chosenAt) {}
