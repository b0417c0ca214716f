package org.attune.conversations;

import java.time.Instant;
import org.attune.access.Hat;
import org.jspecify.annotations.Nullable;

/**
 * The facts about a conversation are put right.
 *
 * @param at when it took place, or for when it is planned; none: as it stands
 * @param hat the one it was under; none: as it stands
 * @param askedFor for a planned one, whether they asked for it
 * @param moveTurns what was said moves along to another day, and it is known that dates counted from it move too
 * @param version the one the form was opened with
 */
public record ChangeConversation(
        ConversationId conversation,
        Channel channel,
        StartedBy startedBy,
        @Nullable Instant at,
        @Nullable Integer minutes,
        @Nullable Hat hat,
        boolean askedFor,
        boolean moveTurns,
        int version) {}
