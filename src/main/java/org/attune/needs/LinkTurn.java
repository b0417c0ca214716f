package org.attune.needs;

import java.util.Set;
import org.attune.conversations.TurnId;
import org.jspecify.annotations.Nullable;

/**
 * Say that something heard is about a need.
 *
 * @param states whether the need itself is said there
 * @param excerpt the very words within the turn; none where all of it is meant
 * @param speakerAs what a speaker who is not one of its people yet has to do with it; none where only its own people speak
 */
public record LinkTurn(
        NeedId need,
        TurnId heard,
        boolean states,
        @Nullable String excerpt,
        @Nullable Set<PersonRole> speakerAs) {

    public static LinkTurn about(NeedId need, TurnId heard) {
        return new LinkTurn(need, heard, false, null, null);
    }
}
