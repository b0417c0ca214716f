package org.attune.library;

import java.time.Instant;
import org.attune.conversations.ConversationId;

/**
 * Where something was said.
 *
 * @param seq the number of the turn
 */
public record Spoken(ConversationId conversation, int seq, Instant at) {

    /** Where one reads it. */
    public String path() {
        return "/conversations/" + conversation.value() + "#t" + seq;
    }
}
