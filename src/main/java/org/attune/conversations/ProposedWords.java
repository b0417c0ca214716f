package org.attune.conversations;

import java.time.Instant;
import org.attune.people.ContactId;
import org.jspecify.annotations.Nullable;

/**
 * A turn as it is proposed.
 *
 * @param speaker which of them; none for ours, and where a person has to say
 * @param label the name that stood in the text
 */
record ProposedWords(
        TurnKind kind,
        @Nullable ContactId speaker,
        @Nullable String label,
        @Nullable Exactness exactness,
        String words,
        Part part,
        @Nullable Instant at) {

    boolean isSaid() {
        return part == Part.SAID;
    }
}
