package org.attune.conversations;

/** A turn was logged. */
public record TurnLogged(TurnId turn, ConversationId conversation, TurnKind kind) {}
