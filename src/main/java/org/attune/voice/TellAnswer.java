package org.attune.voice;

import java.util.UUID;
import org.attune.people.ContactId;

/**
 * Somebody was told what became of it.
 *
 * @param answer of which answer
 * @param where the conversation, turn or touch, as {@link ToldIn#code} names it
 */
public record TellAnswer(UUID id, UUID statement, UUID answer, ContactId contact, String where) {}
