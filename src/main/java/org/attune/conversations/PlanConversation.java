package org.attune.conversations;

import java.time.Instant;
import java.util.List;
import org.attune.access.Hat;
import org.attune.people.ContactId;
import org.jspecify.annotations.Nullable;

/**
 * A conversation is planned.
 *
 * @param id made beforehand, so that a repeat plans nothing twice
 * @param participants whoever it is planned with first
 * @param askedFor whether they asked for it
 */
public record PlanConversation(
        ConversationId id,
        List<ContactId> participants,
        Hat hat,
        Channel channel,
        StartedBy startedBy,
        Instant plannedFor,
        @Nullable Integer plannedMinutes,
        boolean askedFor,
        Visibility visibility) {

    public PlanConversation {
        participants = participants.stream().distinct().toList();
    }
}
