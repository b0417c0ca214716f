package org.attune.conversations;

/** A turn that another one refers to, as much as a link needs. */
public record TurnRef(TurnId id, ConversationId conversation, int seq) {}
