package org.attune.conversations;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The facts about a conversation are put right.
 *
 * @param version the one the form was opened with
 */
public record ChangeConversation(
        ConversationId conversation,
        Channel channel,
        StartedBy startedBy,
        Instant happenedAt,
        @Nullable Integer minutes,
        int version) {}
