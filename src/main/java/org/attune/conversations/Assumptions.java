package org.attune.conversations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
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

    private static final String ASSUMPTION = """
            select a.*, u.name as made_by_name
              from seen_contact(:viewer) c join assumption a on a.contact_id = c.id join app_user u on u.id = a.made_by
            """;

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

    /** Those about these people that were not settled, or could not be tested, oldest first. */
    @Transactional(readOnly = true)
    public List<AssumptionView> open(Viewer viewer, List<ContactId> people) {
        return jdbc.sql(ASSUMPTION + """
                         where c.id in (:people) and (a.settled is null or a.settled = 'untested')
                         order by a.made_at, a.id limit 20""")
                .param("viewer", viewer.uuid())
                .param("people", Rows.contacts(people))
                .query(Assumptions::assumption)
                .list();
    }

    /** What turned out to be so or otherwise, the latest first. */
    @Transactional(readOnly = true)
    public List<AssumptionView> settled(Viewer viewer, ContactId contact, int atMost) {
        return jdbc.sql(ASSUMPTION + """
                         where c.id = :contact and a.settled in ('confirmed', 'corrected')
                         order by a.settled_at desc, a.id desc limit :most""")
                .param("viewer", viewer.uuid())
                .param("contact", contact.value())
                .param("most", atMost)
                .query(Assumptions::assumption)
                .list();
    }

    private static AssumptionView assumption(ResultSet row, int n) throws SQLException {
        return new AssumptionView(
                Rows.id(row, "id"),
                Rows.contact(row, "contact_id"),
                row.getString("words"),
                row.getString("made_by_name"),
                Rows.instant(row, "made_at"),
                Rows.maybeNamed(Settled.class, row, "settled"),
                row.getString("correction"));
    }
}
