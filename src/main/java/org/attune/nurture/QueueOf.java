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

    /** Where it starts from: what the viewer does not lead is empty. */
    String people() {
        if (isMine()) {
            return "seen_contact(:viewer) c join nurture_due d on d.contact_id = c.id where c.owner_id = :viewer";
        }
        return "led_contact(:viewer) c join nurture_due d on d.contact_id = c.id where "
                + (person != null ? "c.owner_id = :whose" : "c.team_id = :whose");
    }

    @Nullable
    UUID whose() {
        return person != null ? person : team;
    }
}
