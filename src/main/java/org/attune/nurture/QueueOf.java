package org.attune.nurture;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whose people the queue is about: one's own, or of those one leads a person's or a team's.
 *
 * @param person a user in a team the viewer leads
 * @param team a team the viewer leads
 */
public record QueueOf(@Nullable UUID person, @Nullable UUID team) {

    public static final QueueOf MINE = new QueueOf(null, null);

    public boolean isMine() {
        return person == null && team == null;
    }

    /** Whose days are read, over rows called {@code d}: a piece of an index. */
    String days() {
        return isMine() ? "d.owner_id = :viewer" : person != null ? "d.owner_id = :whose" : "d.team_id = :whose";
    }

    /** Who of them the viewer has to do with: what they do not lead is empty. */
    String people() {
        if (isMine()) {
            return "select x.* from seen_contact(:viewer) x where x.owner_id = :viewer";
        }
        return "select x.* from led_contact(:viewer) x where " + (person != null ? "x.owner_id" : "x.team_id")
                + " = :whose";
    }

    @Nullable
    UUID whose() {
        return person != null ? person : team;
    }
}
