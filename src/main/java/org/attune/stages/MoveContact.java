package org.attune.stages;

import java.time.LocalDate;
import java.util.UUID;
import org.attune.people.ContactId;
import org.jspecify.annotations.Nullable;

/**
 * Moves a contact to another stage.
 *
 * @param id made beforehand, so that a repeat is no second move
 * @param after the move that led to the stage the person saw; none where they saw none
 * @param reason why it is right although something the stage asks for is missing; welcome with any move
 * @param until for Not now alone: when to ask again
 */
public record MoveContact(
        UUID id,
        ContactId contact,
        String to,
        @Nullable UUID after,
        @Nullable String reason,
        @Nullable LocalDate until) {}
