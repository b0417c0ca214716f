package org.attune.correspondence;

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
 */
public record WriteLetter(
        UUID id,
        ContactId contact,
        String address,
        String subject,
        String words,
        @Nullable UUID answers,
        @Nullable Enclosure enclosure) {

    /** The largest file that is sent along; what is larger is better linked to. */
    public static final int LARGEST_ENCLOSURE = 5_000_000;

    /** A file, as it was checked. */
    public record Enclosure(String name, String mediaType, byte[] content) {}
}
