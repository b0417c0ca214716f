package org.attune.people;

import java.time.Instant;
import java.util.UUID;
import org.attune.access.UserId;
import org.jspecify.annotations.Nullable;

/**
 * That somebody else took over, when and why.
 *
 * @param leaves whether the account of the one before was closed
 */
public record HandOverView(
        UUID id,
        String from,
        @Nullable UserId toId,
        @Nullable String to,
        @Nullable String why,
        boolean leaves,
        HandOverCount count,
        String by,
        Instant at) {}
