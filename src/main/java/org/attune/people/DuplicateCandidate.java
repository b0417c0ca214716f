package org.attune.people;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who may be known already.
 *
 * @param except the contact they are themselves, where they are one
 */
public record DuplicateCandidate(
        ContactDetails details, @Nullable ContactId except) {

    public static DuplicateCandidate of(ContactDetails details) {
        return new DuplicateCandidate(details, null);
    }
}
