package org.attune.exchange;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.attune.access.UserId;
import org.attune.fields.Field;
import org.jspecify.annotations.Nullable;

/**
 * A file that was handed over and is not taken yet.
 *
 * @param owner whom an admin chose to become the owner of what is in it
 */
record ImportFile(
        UUID id,
        String kind,
        String name,
        String digest,
        byte[] content,
        String region,
        @Nullable String columns,
        @Nullable UserId owner) {

    static final String CONTACTS = "contacts";
    static final String CONVERSATION = "conversation";

    /** What the columns mean: as a person said, or else as their headings say. */
    List<ContactField> meaning(List<String> headings, List<Field> own) {
        String said = columns;
        return said == null
                ? headings.stream()
                        .map(heading -> ContactField.saidBy(heading, own))
                        .toList()
                : Arrays.stream(said.split(",")).map(ContactField::valueOf).toList();
    }
}
