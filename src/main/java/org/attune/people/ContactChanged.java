package org.attune.people;

import java.util.Set;

/**
 * Something that lists show about these contacts may have changed: published in the same transaction by whoever changed
 * it, and heard by what keeps list rows ready.
 */
public record ContactChanged(Set<ContactId> contacts) {

    public ContactChanged {
        contacts = Set.copyOf(contacts);
    }

    public static ContactChanged of(ContactId contact) {
        return new ContactChanged(Set.of(contact));
    }
}
