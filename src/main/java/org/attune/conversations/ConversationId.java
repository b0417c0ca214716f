package org.attune.conversations;

import java.util.UUID;

/** Names a conversation. */
public record ConversationId(UUID value) {}
