package org.attune.conversations;

import java.util.UUID;

/** Names a turn of a conversation. */
public record TurnId(UUID value) {}
