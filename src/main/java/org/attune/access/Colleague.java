package org.attune.access;

import org.jspecify.annotations.Nullable;

/** A user as other users see them, in pickers and beside what they did. */
public record Colleague(
        UserId id,
        String name,
        @Nullable TeamId teamId,
        @Nullable String team,
        boolean active) {}
