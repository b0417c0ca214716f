package org.attune.nurture;

import java.time.LocalDate;
import java.util.UUID;
import org.attune.conversations.TurnId;
import org.attune.people.ContactId;
import org.jspecify.annotations.Nullable;

/**
 * Leaves somebody in peace until a day, because that was agreed.
 *
 * @param id made beforehand, so that a repeat changes nothing
 * @param until the day on which we may call again
 * @param turn where they said so
 */
public record AgreeSilence(
        UUID id,
        ContactId contact,
        LocalDate until,
        @Nullable String why,
        @Nullable TurnId turn) {}
