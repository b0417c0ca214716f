package org.attune.conversations;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.attune.access.Viewer;
import org.attune.people.ContactId;
import org.attune.people.ContactSight;
import org.attune.platform.NotSeen;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was looked up before speaking with somebody, each with its source. */
@Component
@Transactional
public class Research {

    private final JdbcClient jdbc;
    private final ContactSight sight;
    private final Clock clock;

    Research(JdbcClient jdbc, ContactSight sight, Clock clock) {
        this.jdbc = jdbc;
        this.sight = sight;
        this.clock = clock;
    }

    /** Notes what was found and where; the same id twice notes it once. */
    public void note(Viewer viewer, UUID id, ContactId contact, String words, String source) {
        sight.stillKnown(viewer, contact);
        String found = Words.required(words, 2_000, "words");
        String where = Words.required(source, 500, "source");
        int made = jdbc.sql("""
                        insert into research_note (id, contact_id, words, source, noted_by, noted_at)
                        values (:id, :contact, :words, :source, :by, :at) on conflict (id) do nothing""")
                .param("id", id)
                .param("contact", contact.value())
                .param("words", found)
                .param("source", where)
                .param("by", viewer.uuid())
                .param("at", Rows.at(clock.instant()))
                .update();
        if (made == 0) {
            Words.same(notedBefore(viewer, id, contact), found + "\n" + where);
        }
    }

    private Optional<String> notedBefore(Viewer viewer, UUID id, ContactId contact) {
        return jdbc.sql("""
                        select words || chr(10) || source from research_note
                         where id = :id and contact_id = :contact and noted_by = :by""")
                .param("id", id)
                .param("contact", contact.value())
                .param("by", viewer.uuid())
                .query(String.class)
                .optional();
    }

    /** Takes a note of one's own away. */
    public void remove(Viewer viewer, UUID id) {
        int found = jdbc.sql("delete from research_note where id = :id and noted_by = :viewer")
                .param("id", id)
                .param("viewer", viewer.uuid())
                .update();
        if (found == 0) {
            throw new NotSeen("research note " + id);
        }
    }

    @Transactional(readOnly = true)
    public List<ResearchNoteView> of(Viewer viewer, List<ContactId> people, int atMost) {
        return jdbc.sql("""
                        select r.*, u.name as noted_by_name
                          from seen_contact(:viewer) c join research_note r on r.contact_id = c.id
                          join app_user u on u.id = r.noted_by
                         where c.id in (:people) order by r.noted_at desc, r.id desc limit :most""")
                .param("viewer", viewer.uuid())
                .param("people", Rows.contacts(people))
                .param("most", atMost)
                .query((row, n) -> new ResearchNoteView(
                        Rows.id(row, "id"),
                        Rows.contact(row, "contact_id"),
                        row.getString("words"),
                        row.getString("source"),
                        row.getString("noted_by_name"),
                        Rows.instant(row, "noted_at")))
                .list();
    }
}
