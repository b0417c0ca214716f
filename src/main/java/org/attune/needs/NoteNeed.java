package org.attune.needs;

import java.util.Set;
import org.attune.conversations.TurnId;
import org.jspecify.annotations.Nullable;

/**
 * Note a need where it was heard.
 *
 * @param heard the turn that states it; its speaker becomes one of its people
 * @param excerpt the very words within the turn; none where all of it is meant
 * @param roles what the speaker has to do with it
 */
public record NoteNeed(
        NeedId id,
        TurnId heard,
        NeedKind kind,
        String title,
        @Nullable String excerpt,
        Set<PersonRole> roles) {

    public NoteNeed {
        roles = PersonRole.setOf(roles);
    }
}
