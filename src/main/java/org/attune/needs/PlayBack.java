package org.attune.needs;

import java.util.UUID;
import org.attune.conversations.TurnId;
import org.jspecify.annotations.Nullable;

/**
 * A need was summed up to them, and they answered.
 *
 * @param playbackTurn the turn in which we said it, where it was written down
 * @param answer their yes, or their "not quite"
 */
public record PlayBack(
        UUID id, NeedId need, String text, @Nullable TurnId playbackTurn, TurnId answer, Verdict verdict) {

    public PlayBack {
        text = text.strip();
    }
}
