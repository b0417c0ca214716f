package org.attune.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A user as the admin sees them.
 *
 * @param invited whether a link to choose a password is waiting to be used
 * @param lastSignInBy how they came in then; nothing for times before that was remembered
 * @param secondFactor whether a code is asked for when they sign in
 * @param linked whether a provider of single sign-on has told us who they are there
 */
public record PersonView(
        UserId id,
        String email,
        String name,
        Role role,
        boolean sells,
        @Nullable TeamId teamId,
        @Nullable String team,
        boolean active,
        boolean invited,
        @Nullable Instant lastSignInAt,
        @Nullable SignInBy lastSignInBy,
        @Nullable SecondProof lastSignInSecond,
        boolean secondFactor,
        boolean linked,
        int version) {}
