package org.attune.conversations;

import org.jspecify.annotations.Nullable;

/**
 * A conversation ends, and it is said how. The next step and the way on belong to other modules and are written in the
 * same transaction.
 *
 * @param complete "this is all of it": shares of words may be measured
 */
public record CloseConversation(
        ConversationId conversation,
        Outcome outcome,
        @Nullable TalkedMore talkedMore,
        @Nullable Integer minutes,
        boolean built,
        boolean moved,
        boolean complete) {}
