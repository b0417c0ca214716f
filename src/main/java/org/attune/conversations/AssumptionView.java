package org.attune.conversations;

import java.time.Instant;
import java.util.UUID;
import org.attune.people.ContactId;
import org.jspecify.annotations.Nullable;

/** What somebody of us assumed about a contact, written down before, and what became of it. */
public record AssumptionView(
        UUID id,
        ContactId contact,
        String words,
        String madeBy,
        Instant madeAt,
        @Nullable Settled settled,
        @Nullable String correction) {}
