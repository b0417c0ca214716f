package org.attune.needs;

import java.time.Instant;
import java.util.UUID;
import org.attune.conversations.TurnId;
import org.jspecify.annotations.Nullable;

/** What was played back, and their answer. */
public record PlaybackView(
        UUID id,
        String text,
        @Nullable TurnId playbackTurn,
        TurnId answer,
        Verdict verdict,
        String notedBy,
        Instant notedAt) {}
