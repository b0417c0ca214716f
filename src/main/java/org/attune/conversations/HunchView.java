package org.attune.conversations;

import java.time.Instant;
import java.util.UUID;
import org.attune.people.ContactId;
import org.jspecify.annotations.Nullable;

/** A solution its author already sees and keeps quiet about. Nobody else ever gets to read it. */
public record HunchView(
        UUID id,
        ContactId contact,
        String words,
        Instant hadAt,
        @Nullable HunchSettled settled) {}
