package org.attune.voice;

import java.util.List;
import org.attune.conversations.TurnId;

/**
 * Something heard that has no theme yet.
 *
 * @param guesses the likeliest first; none where nothing like it was heard
 */
public record ToSort(TurnId id, VoicedTurn turn, List<ThemeGuess> guesses) {

    public ToSort {
        guesses = List.copyOf(guesses);
    }
}
