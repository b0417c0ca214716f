package org.attune.conversations;

/** A heard turn that a response or a question refers to. */
record HeardTurn(TurnId id, boolean theirQuestion) {}
