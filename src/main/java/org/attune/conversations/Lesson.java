package org.attune.conversations;

import java.time.Instant;
import org.attune.access.Hat;

/**
 * What somebody learned from a conversation, about the people in it or about themselves.
 *
 * @param hat under which it was learned
 */
public record Lesson(ConversationId conversation, Hat hat, String author, String words, Instant writtenAt) {}
