package org.attune.desk;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.attune.access.Viewer;
import org.attune.people.ContactId;
import org.attune.platform.NotSeen;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What others did with somebody's contacts while they were away. Two statements. */
@Component
@Transactional(readOnly = true)
public class Meanwhile {

    private static final int MOST = 200;

    private static final String HAPPENED = """
            with away as (
              select a.from_day::timestamp at time zone :zone as since,
                     least((a.until_day + 1)::timestamp at time zone :zone, coalesce(a.ended_at, 'infinity')) as till
                from absence a where a.id = :absence and a.user_id = :viewer),
            mine as (select c.id, c.name from seen_contact(:viewer) c where c.owner_id = :viewer)
            select x.*, u.name as by_name from (
              select 'talk' as kind, v.happened_at as at, v.owner_id as by_id, m.id, m.name, null as words,
                     '/conversations/' || v.id as href
                from seen_conversation(:viewer) v join participant p on p.conversation_id = v.id
                join mine m on m.id = p.contact_id, away
               where v.happened_at >= away.since and v.happened_at < away.till and v.owner_id <> :viewer
              union all
              select 'promise_' || o.kind, o.noted_at, o.noted_by, m.id, m.name, q.words, '/promises/' || q.id
                from promise_outcome o join promise q on q.id = o.promise_id join mine m on m.id = q.contact_id, away
               where o.noted_at >= away.since and o.noted_at < away.till and o.noted_by <> :viewer
              union all
              select 'promised', q.made_at, q.made_by, m.id, m.name, q.words, '/promises/' || q.id
                from promise q join mine m on m.id = q.contact_id, away
               where q.made_at >= away.since and q.made_at < away.till and q.made_by <> :viewer
              union all
              select 'decided_' || d.kind, d.noted_at, d.noted_by, m.id, m.name, null, '/offers/' || o.id
                from decision d join seen_offer(:viewer) o on o.id = d.offer_id join mine m on m.id = o.contact_id, away
               where d.noted_at >= away.since and d.noted_at < away.till and d.noted_by <> :viewer
              union all
              select 'stage', s.moved_at, s.moved_by, m.id, m.name, null, '/contacts/' || m.id
                from stage_move s join mine m on m.id = s.contact_id, away
               where s.moved_at >= away.since and s.moved_at < away.till and s.moved_by <> :viewer) x
              join app_user u on u.id = x.by_id
             order by x.at desc, x.id limit :most""";

    private final JdbcClient jdbc;

    Meanwhile(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One thing that happened. */
    public record Event(
            String kind,
            Instant at,
            String by,
            ContactId contact,
            String contactName,
            @Nullable String words,
            String href) {}

    /** Only for whoever was away. */
    public List<Event> during(Viewer viewer, UUID absence) {
        boolean theirs = jdbc.sql("select exists (select from absence where id = :id and user_id = :viewer)")
                .param("id", absence)
                .param("viewer", viewer.uuid())
                .query(Boolean.class)
                .single();
        if (!theirs) {
            throw new NotSeen("absence " + absence);
        }
        return jdbc.sql(HAPPENED)
                .param("absence", absence)
                .param("viewer", viewer.uuid())
                .param("zone", viewer.zone().getId())
                .param("most", MOST)
                .query((row, n) -> new Event(
                        row.getString("kind"),
                        row.getTimestamp("at").toInstant(),
                        row.getString("by_name"),
                        new ContactId(Objects.requireNonNull(row.getObject("id", UUID.class))),
                        row.getString("name"),
                        row.getString("words"),
                        row.getString("href")))
                .list();
    }
}
