package org.attune.conversations;

import java.time.Instant;
import java.util.UUID;
import org.attune.people.ContactId;

/** What was looked up about a contact beforehand, and where. */
public record ResearchNoteView(
        UUID id, ContactId contact, String words, String source, String notedBy, Instant notedAt) {}
