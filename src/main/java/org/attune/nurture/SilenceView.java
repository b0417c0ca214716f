package org.attune.nurture;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.attune.people.ContactId;
import org.jspecify.annotations.Nullable;

/**
 * An agreed silence: until then nothing nags.
 *
 * @param company whom they work for, where known
 */
public record SilenceView(
        UUID id,
        ContactId contact,
        String contactName,
        @Nullable String company,
        LocalDate until,
        @Nullable String why,
        @Nullable Integer turn,
        @Nullable String turnHref,
        String agreedBy,
        Instant agreedAt) {}
