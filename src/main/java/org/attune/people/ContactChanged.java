package org.attune.people;

import java.util.Set;

/**
 * Something that lists show about these contacts may have changed: published in the same transaction by whoever changed
 * it, and heard by what keeps list rows ready.
 *
 * @param saidMore that one side said more on a day on which it spoke in this conversation already, and nothing else: how they are doing
 *     is what it was
 */
public record ContactChanged(Set<ContactId> contacts, boolean saidMore) {

    public ContactChanged {
        contacts = Set.copyOf(contacts);
    }

    public ContactChanged(Set<ContactId> contacts) {
        this(contacts, false);
    }

    public static ContactChanged of(ContactId contact) {
        return new ContactChanged(Set.of(contact));
    }
}
