package org.attune.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.attune.access.Viewer;
import org.attune.people.ContactId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What changes who works with whom: for whom somebody stands in today, what happened while they were away themselves, what was
 * handed over to them. One statement for who, and one more for what, only while somebody is stood in for.
 */
@Component
@Transactional(readOnly = true)
public class TodayCover {

    private static final int DAYS_AFTERWARDS = 7;
    private static final int MOST = 30;

    private static final String NOTICES = """
            select 'STANDS_IN' as kind, a.id, u.name, a.until_day as day from works_as(:viewer) w
              join absence a on a.user_id = w and a.ended_at is null join app_user u on u.id = w
             where w <> :viewer
            union all
            (select 'BACK', a.id, u.name, a.until_day from absence a join app_user u on u.id = a.stand_in
              where a.user_id = :viewer and a.from_day <= :today
                and (a.until_day < :today or a.ended_at is not null)
                and least(a.until_day, coalesce((a.ended_at at time zone :zone)::date, a.until_day)) >= :today - :days
              order by a.from_day desc limit 1)
            union all
            select 'HANDED', h.id, u.name, (h.done_at at time zone :zone)::date
              from hand_over h join app_user u on u.id = h.from_user
             where h.to_user = :viewer and h.done_at >= (:today - :days)::timestamp at time zone :zone
            order by day""";

    private static final String FALLS_TO_THEM = """
            with them as (select w as id from works_as(:viewer) w where w <> :viewer)
            select u.name as for_name, x.* from (
              (select q.promiser_id as for_id, 'PROMISE' as kind, c.id as contact_id, c.name, q.words, q.due as day,
                      '/promises/' || q.id as href
                 from promise q join seen_contact(:viewer) c on c.id = q.contact_id
                where q.promiser_id in (select id from them) and q.state = 'open' and q.due <= :today + 7
                  and c.archived_at is null order by q.due, q.id limit :most)
              union all
              (select v.owner_id, 'TALK', c.id, c.name, null, (v.planned_for at time zone :zone)::date, '/conversations/' || v.id
                 from seen_conversation(:viewer) v join seen_contact(:viewer) c on c.id = v.lead_id
                where v.owner_id in (select id from them) and v.state = 'planned'
                  and v.planned_for < (:today + 8)::timestamp at time zone :zone order by v.planned_for limit :most)
              union all
              (select c.owner_id, 'TIME', c.id, c.name, null, d.listen_by, '/contacts/' || c.id
                 from seen_contact(:viewer) c join contact_card d on d.contact_id = c.id
                where c.owner_id in (select id from them) and c.archived_at is null and d.listen_by <= :today
                  and (d.silent_until is null or d.silent_until <= :today)
                  and not exists (select from stop_in_force(c.id)) order by d.listen_by, c.id limit :most)) x
              join app_user u on u.id = x.for_id
             order by for_name, for_id, day, name limit :most""";

    private final JdbcClient jdbc;

    TodayCover(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a notice is about. */
    public enum About {
        STANDS_IN,
        BACK,
        HANDED
    }

    /**
     * Something to know today.
     *
     * @param name who is away, stood in, or worked with them before
     */
    public record Notice(About about, UUID id, String name, LocalDate day) {}

    /**
     * Something that falls to a stand-in.
     *
     * @param kind PROMISE, TALK or TIME
     */
    public record Duty(
            String forWhom,
            String kind,
            ContactId contact,
            String contactName,
            @Nullable String words,
            LocalDate day,
            String href) {}

    public List<Notice> notices(Viewer viewer, LocalDate today) {
        return jdbc.sql(NOTICES)
                .param("viewer", viewer.uuid())
                .param("today", today)
                .param("zone", viewer.zone().getId())
                .param("days", DAYS_AFTERWARDS)
                .query((row, n) -> new Notice(
                        About.valueOf(row.getString("kind")),
                        Objects.requireNonNull(row.getObject("id", UUID.class)),
                        row.getString("name"),
                        row.getObject("day", LocalDate.class)))
                .list();
    }

    /** Promises, planned conversations, and people it is time for, of those somebody stands in for. */
    public List<Duty> duties(Viewer viewer, LocalDate today) {
        return jdbc.sql(FALLS_TO_THEM)
                .param("viewer", viewer.uuid())
                .param("today", today)
                .param("zone", viewer.zone().getId())
                .param("most", MOST)
                .query(TodayCover::duty)
                .list();
    }

    private static Duty duty(ResultSet row, int n) throws SQLException {
        return new Duty(
                row.getString("for_name"),
                row.getString("kind"),
                new ContactId(Objects.requireNonNull(row.getObject("contact_id", UUID.class))),
                row.getString("name"),
                row.getString("words"),
                row.getObject("day", LocalDate.class),
                row.getString("href"));
    }
}
