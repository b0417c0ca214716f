package org.attune.conversations;

import java.util.Set;

/**
 * What became of logging a turn.
 *
 * @param seq its number in the conversation
 * @param proposedFor the questions of ours it was taken as an answer to; one key removes that
 */
public record LoggedTurn(TurnId id, int seq, Set<TurnId> proposedFor) {

    public LoggedTurn {
        proposedFor = Set.copyOf(proposedFor);
    }
}
