package org.attune.needs;

import java.util.List;
import org.attune.access.Viewer;
import org.attune.conversations.TurnId;
import org.attune.platform.NotSeen;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What there is to choose from while somebody works on a need: what was said, and who is around its people. */
@Component
@Transactional(readOnly = true)
public class NeedChoices {

    private final JdbcClient jdbc;

    NeedChoices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What the need's people said last, linked or not, for choosing where something was said. */
    public List<HeardWords> recentWords(Viewer viewer, NeedId id, int atMost) {
        return jdbc.sql("""
                        select t.id, t.conversation_id, t.seq, t.speaker_id, c.name as speaker_name, t.exactness,
                               t.said_at, t.words, erased_mark(t.erased_at, t.forgotten) as erased_as, l.excerpt, l.heard_id is not null as linked, coalesce(l.states, false) as states
                          from seen_need(:viewer) n
                          join need_person p on p.need_id = n.id
                          join seen_contact(:viewer) c on c.id = p.contact_id
                         cross join lateral (
                               select * from said_by(:viewer, c.id) s where s.words is not null
                                order by s.said_at desc, s.seq desc limit :most) t
                          left join need_turn l on l.need_id = n.id and l.heard_id = t.id
                         where n.id = :id
                         order by t.said_at desc, t.seq desc limit :most
                        """)
                .param("viewer", viewer.uuid())
                .param("id", id.value())
                .param("most", atMost)
                .query(NeedViewRows::words)
                .list();
    }

    /** What we said last where the need's people were, for choosing where it was played back to them. */
    public List<OurWords> recentWordsOfOurs(Viewer viewer, NeedId id, int atMost) {
        return jdbc.sql("""
                        select t.id, t.seq, t.said_at, t.words
                          from (select distinct a.conversation_id from seen_need(:viewer) n
                                  join need_person p on p.need_id = n.id
                                  join seen_contact(:viewer) c on c.id = p.contact_id
                                  join participant a on a.contact_id = c.id
                                 where n.id = :id) k
                         cross join lateral (
                               select * from seen_turn(:viewer) s
                                where s.conversation_id = k.conversation_id and s.kind <> 'heard' and s.words is not null
                                order by s.said_at desc, s.seq desc limit :most) t
                         order by t.said_at desc, t.seq desc limit :most
                        """)
                .param("viewer", viewer.uuid())
                .param("id", id.value())
                .param("most", atMost)
                .query((row, n) -> new OurWords(
                        new TurnId(NeedRows.id(row, "id")),
                        row.getInt("seq"),
                        NeedRows.moment(row, "said_at"),
                        row.getString("words")))
                .list();
    }

    /**
     * Something heard that a need may be noted from.
     *
     * @throws NotSeen where the viewer may not read it, or does not see who said it
     */
    public HeardWords said(Viewer viewer, TurnId turn) {
        return jdbc.sql("""
                        select t.id, t.conversation_id, t.seq, t.speaker_id, c.name as speaker_name, t.exactness, t.said_at,
                               t.words, erased_mark(t.erased_at, t.forgotten) as erased_as, null as excerpt, false as linked, false as states
                          from seen_turn(:viewer) t join seen_contact(:viewer) c on c.id = t.speaker_id
                         where t.id = :turn and t.kind = 'heard'
                        """)
                .param("viewer", viewer.uuid())
                .param("turn", turn.value())
                .query(NeedViewRows::words)
                .optional()
                .orElseThrow(() -> new NotSeen("turn " + turn.value()));
    }

    /** Whom the viewer sees around the people of a need: from the same companies, or of the same conversations. */
    public List<NeedPersonView> around(Viewer viewer, NeedId id) {
        return jdbc.sql("""
                        select c.id as contact_id, c.name, c.given_name from seen_contact(:viewer) c
                         where c.archived_at is null
                           and not exists (select from need_person p where p.need_id = :id and p.contact_id = c.id)
                           and c.id = any (array(
                             select w.id from need_person p join contact k on k.id = p.contact_id
                               join contact w on w.company_id = k.company_id
                              where p.need_id = :id
                             union
                             select o.contact_id from need_person p
                               join participant m on m.contact_id = p.contact_id
                               join participant o on o.conversation_id = m.conversation_id
                              where p.need_id = :id))
                         order by c.sort_name, c.id limit 100
                        """)
                .param("viewer", viewer.uuid())
                .param("id", id.value())
                .query((row, n) -> NeedViews.person(row))
                .list();
    }
}
