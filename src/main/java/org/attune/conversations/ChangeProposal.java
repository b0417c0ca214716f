package org.attune.conversations;

import org.attune.people.ContactId;
import org.jspecify.annotations.Nullable;

/**
 * A proposed turn is put right.
 *
 * @param version the one the form was opened with
 */
public record ChangeProposal(
        TurnId proposal,
        TurnKind kind,
        @Nullable ContactId speaker,
        @Nullable Exactness exactness,
        String words,
        int version) {}
