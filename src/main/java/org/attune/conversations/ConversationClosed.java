package org.attune.conversations;

/** A conversation was closed by somebody, who said how it ended. */
public record ConversationClosed(ConversationId conversation, Outcome outcome) {}
