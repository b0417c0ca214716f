package org.attune.conversations;

import java.time.Instant;
import org.attune.people.ContactId;

/**
 * Somebody of theirs in a conversation, whom the viewer sees.
 *
 * @param lead it was begun with them
 * @param heard how many turns of theirs stand in it
 */
public record ParticipantView(
        ContactId id, String name, String givenName, String pronoun, boolean lead, int heard, Instant joinedAt) {}
