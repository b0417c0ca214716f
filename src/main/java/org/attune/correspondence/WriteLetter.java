package org.attune.correspondence;

import java.util.List;
import java.util.UUID;
import org.attune.people.ContactId;
import org.jspecify.annotations.Nullable;

/**
 * Writes to a contact.
 *
 * @param id made beforehand; what tells of the letter has the same
 * @param address one of the contact's
 * @param words in the writer's own words, without signature
 * @param answers the letter it goes on from
 * @param enclosure a file that comes with it
 * @param thread messages of others it goes on from, as mail programs know them, the oldest first
 */
public record WriteLetter(
        UUID id,
        ContactId contact,
        String address,
        String subject,
        String words,
        @Nullable UUID answers,
        @Nullable Enclosure enclosure,
        List<String> thread) {

    /** The largest file that is sent along; what is larger is better linked to. */
    public static final int LARGEST_ENCLOSURE = 5_000_000;

    public WriteLetter {
        thread = List.copyOf(thread);
    }

    /** One that goes on from no message of others. */
    public WriteLetter(
            UUID id,
            ContactId contact,
            String address,
            String subject,
            String words,
            @Nullable UUID answers,
            @Nullable Enclosure enclosure) {
        this(id, contact, address, subject, words, answers, enclosure, List.of());
    }

    /** A file, as it was checked. */
    public record Enclosure(String name, String mediaType, byte[] content) {}
}
