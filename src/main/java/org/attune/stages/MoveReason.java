package org.attune.stages;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A move that was made without what the stage asks for, and why. */
public record MoveReason(
        UUID move, UUID contact, String name, @Nullable String from, String to, String reason, String by, Instant at) {}
