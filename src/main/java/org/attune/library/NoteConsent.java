package org.attune.library;

import java.time.LocalDate;
import java.util.UUID;
import org.attune.conversations.TurnId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody said that their story may be told.
 *
 * @param id made beforehand, so that a repeat is no second consent
 * @param turn where they said it; else {@code how} says how
 */
public record NoteConsent(
        UUID id,
        StoryId story,
        Scope scope,
        boolean named,
        LocalDate givenOn,
        @Nullable LocalDate until,
        @Nullable String how,
        @Nullable TurnId turn) {

    Consent consent() {
        return new Consent(scope, named, givenOn, until, null, false);
    }
}
