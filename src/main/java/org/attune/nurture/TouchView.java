package org.attune.nurture;

import java.time.Instant;
import java.util.UUID;
import org.attune.access.Hat;
import org.attune.people.ContactId;
import org.jspecify.annotations.Nullable;

/**
 * A touch as pages show it.
 *
 * @param words ours: what was done
 * @param reactionWords theirs: what they said about it
 * @param by the name of who did it
 */
public record TouchView(
        UUID id,
        ContactId contact,
        TouchKind kind,
        boolean askedFor,
        Hat hat,
        @Nullable String words,
        @Nullable Reaction reaction,
        @Nullable String reactionWords,
        Instant happenedAt,
        String by,
        boolean mine) {}
