package org.attune.people;

import org.jspecify.annotations.Nullable;

/**
 * As much of a contact as other modules need to speak of them.
 *
 * @param pronoun {@code she}, {@code he}, {@code they} or {@code unknown}, which falls back to the first name
 */
public record ContactName(
        ContactId id,
        String name,
        String givenName,
        String pronoun,
        @Nullable String company) {}
