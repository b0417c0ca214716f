package org.attune.conversations;

import java.time.Clock;
import java.util.UUID;
import org.attune.access.Viewer;
import org.attune.people.ContactId;
import org.attune.people.ContactSight;
import org.attune.platform.NotSeen;
import org.attune.platform.RuleRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What we assume about somebody, written down before we speak and settled after. */
@Component
@Transactional
public class Assumptions {

    private static final int LONGEST = 1_000;

    private final JdbcClient jdbc;
    private final ContactSight sight;
    private final Clock clock;

    Assumptions(JdbcClient jdbc, ContactSight sight, Clock clock) {
        this.jdbc = jdbc;
        this.sight = sight;
        this.clock = clock;
    }

    /** Writes an assumption down; the same id twice writes it once. */
    public void make(Viewer viewer, UUID id, ContactId contact, String words) {
        sight.stillKnown(viewer, contact);
        String clean = Words.required(words, LONGEST, "words");
        int made = jdbc.sql("""
                        insert into assumption (id, contact_id, words, made_by, made_at)
                        values (:id, :contact, :words, :by, :at) on conflict (id) do nothing""")
                .param("id", id)
                .param("contact", contact.value())
                .param("words", clean)
                .param("by", viewer.uuid())
                .param("at", Rows.at(clock.instant()))
                .update();
        if (made == 0) {
            Words.same(
                    jdbc.sql("select words from assumption where id = :id and contact_id = :contact and made_by = :by")
                            .param("id", id)
                            .param("contact", contact.value())
                            .param("by", viewer.uuid())
                            .query(String.class)
                            .optional(),
                    clean);
        }
    }

    /**
     * Says what became of it; settled again, the last word counts.
     *
     * @param in the conversation that settled it
     * @param turn what they said that did
     * @param correction how it really is, for one that was corrected
     */
    public void settle(
            Viewer viewer,
            UUID id,
            Settled how,
            @Nullable ConversationId in,
            @Nullable TurnId turn,
            @Nullable String correction) {
        if (correction != null && how != Settled.CORRECTED) {
            throw new RuleRefused("conversations.assumption.only-corrected-has-words", "corrections");
        }
        int found = jdbc.sql("""
                        update assumption a set settled = :how, settled_at = :at, correction = :correction,
                               settled_in = (select v.id from seen_conversation(:viewer) v where v.id = cast(:in as uuid)),
                               settled_turn = (select t.id from seen_turn(:viewer) t where t.id = cast(:turn as uuid))
                         where a.id = :id and exists (select from seen_contact(:viewer) c where c.id = a.contact_id)""")
                .param("how", Rows.word(how))
                .param("at", Rows.at(clock.instant()))
                .param("correction", Words.optional(correction, LONGEST, "corrections"))
                .param("in", in == null ? null : in.value())
                .param("turn", turn == null ? null : turn.value())
                .param("id", id)
                .param("viewer", viewer.uuid())
                .update();
        if (found == 0) {
            throw new NotSeen("assumption " + id);
        }
    }
}
