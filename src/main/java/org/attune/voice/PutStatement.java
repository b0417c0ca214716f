package org.attune.voice;

import java.util.Set;
import java.util.UUID;
import org.attune.conversations.TurnId;
import org.jspecify.annotations.Nullable;

/**
 * Puts something to those who decide.
 *
 * @param id made beforehand, so that a repeat puts nothing twice
 * @param words ours
 * @param theme where it comes from a theme
 * @param turns what it rests on
 */
public record PutStatement(
        UUID id, Addressee to, String words, @Nullable UUID theme, Set<TurnId> turns) {

    public PutStatement {
        turns = Set.copyOf(turns);
    }
}
