package org.attune.conversations;

import java.util.List;

/**
 * Some consecutive turns of a conversation, oldest first.
 *
 * @param earlier whether there are turns before the first of these
 */
public record TurnsPage(List<TurnView> turns, boolean earlier) {

    public TurnsPage {
        turns = List.copyOf(turns);
    }
}
