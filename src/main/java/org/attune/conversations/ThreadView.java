package org.attune.conversations;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An open thread: something heard that is worth following up. */
public record ThreadView(
        UUID id,
        TurnId turn,
        @Nullable String note,
        Instant openedAt,
        @Nullable TurnId pickedUpBy,
        @Nullable Instant letGoAt,
        @Nullable String letGoWhy) {

    public boolean isOpen() {
        return pickedUpBy == null && letGoAt == null;
    }
}
