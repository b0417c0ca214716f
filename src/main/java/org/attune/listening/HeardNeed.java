package org.attune.listening;

import java.util.UUID;

/**
 * A need that was heard in a conversation.
 *
 * @param answered a response named something heard about it, here or later
 */
public record HeardNeed(UUID id, String title, boolean answered) {}
