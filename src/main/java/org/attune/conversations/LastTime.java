package org.attune.conversations;

import java.time.Instant;

/** The last conversation that took place with somebody. */
public record LastTime(ConversationId conversation, Instant happenedAt, Channel channel) {}
