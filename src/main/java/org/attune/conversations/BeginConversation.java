package org.attune.conversations;

import java.time.Instant;
import java.util.List;
import org.attune.access.Hat;
import org.attune.people.ContactId;
import org.jspecify.annotations.Nullable;

/**
 * A conversation begins, or is written down after it took place.
 *
 * @param id made beforehand, so that a repeat begins nothing twice
 * @param participants whoever it was begun with first
 * @param happenedAt when it took place, apart from when it is logged
 */
public record BeginConversation(
        ConversationId id,
        List<ContactId> participants,
        Hat hat,
        Channel channel,
        StartedBy startedBy,
        Instant happenedAt,
        @Nullable Integer minutes,
        Visibility visibility) {

    public BeginConversation {
        participants = participants.stream().distinct().toList();
    }
}
