package org.attune.conversations;

import java.time.Clock;
import java.util.UUID;
import org.attune.access.Viewer;
import org.attune.people.ContactId;
import org.attune.people.ContactSight;
import org.attune.platform.NotSeen;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Solutions somebody already sees and keeps quiet about, so that the customer can find them, or something better. */
@Component
@Transactional
public class Hunches {

    private final JdbcClient jdbc;
    private final ContactSight sight;
    private final Clock clock;

    Hunches(JdbcClient jdbc, ContactSight sight, Clock clock) {
        this.jdbc = jdbc;
        this.sight = sight;
        this.clock = clock;
    }

    /** Writes a hunch down; the same id twice writes it once. */
    public void have(Viewer viewer, UUID id, ContactId contact, String words) {
        sight.stillKnown(viewer, contact);
        String clean = Words.required(words, 1_000, "words");
        int made = jdbc.sql("""
                        insert into hunch (id, contact_id, words, had_by, had_at)
                        values (:id, :contact, :words, :by, :at) on conflict (id) do nothing""")
                .param("id", id)
                .param("contact", contact.value())
                .param("words", clean)
                .param("by", viewer.uuid())
                .param("at", Rows.at(clock.instant()))
                .update();
        if (made == 0) {
            Words.same(
                    jdbc.sql("select words from hunch where id = :id and contact_id = :contact and had_by = :by")
                            .param("id", id)
                            .param("contact", contact.value())
                            .param("by", viewer.uuid())
                            .query(String.class)
                            .optional(),
                    clean);
        }
    }

    /**
     * Its author says what became of it.
     *
     * @param turn what they said when they found it; without meaning where it ended otherwise
     */
    public void settle(Viewer viewer, UUID id, HunchSettled how, @Nullable TurnId turn) {
        TurnId foundIn = how == HunchSettled.THEY_FOUND_IT ? turn : null;
        int found = jdbc.sql("""
                        update hunch h set settled = :how, settled_at = :at,
                               settled_turn = (select t.id from seen_turn(:viewer) t
                                                where t.id = cast(:turn as uuid) and t.kind = 'heard')
                         where h.id = :id and h.had_by = :viewer""")
                .param("how", Rows.word(how))
                .param("at", Rows.at(clock.instant()))
                .param("turn", foundIn == null ? null : foundIn.value())
                .param("id", id)
                .param("viewer", viewer.uuid())
                .update();
        if (found == 0) {
            throw new NotSeen("hunch " + id);
        }
    }
}
