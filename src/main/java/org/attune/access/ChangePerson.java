package org.attune.access;

import org.jspecify.annotations.Nullable;

/**
 * An admin changes somebody.
 *
 * @param version the one the form was opened with
 */
public record ChangePerson(
        UserId id,
        String email,
        String name,
        Role role,
        boolean sells,
        @Nullable TeamId team,
        int version) {}
