package org.attune.conversations;

import java.util.Set;

/**
 * Something about these conversations may have changed that is counted in them: how they stand, what was said, or a mark.
 * Published in the same transaction. That a turn was logged is told by {@link TurnLogged} alone.
 */
public record ConversationChanged(Set<ConversationId> conversations) {

    public ConversationChanged {
        conversations = Set.copyOf(conversations);
    }
}
