package org.attune.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A user as the admin sees them.
 *
 * @param invited whether a link to choose a password is waiting to be used
 */
public record PersonView(
        UserId id,
        String email,
        String name,
        Role role,
        boolean sells,
        @Nullable TeamId teamId,
        @Nullable String team,
        boolean active,
        boolean invited,
        @Nullable Instant lastSignInAt,
        int version) {}
