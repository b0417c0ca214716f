package org.attune.nurture;

import java.util.UUID;
import org.attune.conversations.Channel;
import org.attune.conversations.ConversationId;

/**
 * Opens a conversation with what somebody said about a touch.
 *
 * @param conversation made beforehand; a touch opens one conversation, whatever is asked for later
 */
public record OpenFromReaction(UUID touch, ConversationId conversation, Channel channel) {}
