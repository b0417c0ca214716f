package org.attune.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.attune.access.Viewer;
import org.attune.people.ContactId;
import org.attune.stages.Rhythm;
import org.attune.stages.RhythmState;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whom it is time to listen to, among one's own: the rhythm says so or an agreed silence has ended, and nothing is on its
 * way yet. Who was tried today stays quiet until tomorrow; who is not to hear from us is not here. One statement.
 */
@Component
@Transactional(readOnly = true)
public class TodayListening {

    /** Nothing is on its way with contact {@code c}, and nothing stands against it. */
    private static final String QUIET = """
            c.owner_id = :viewer and c.archived_at is null
               and not exists (select from contact_stage e where e.contact_id = c.id and e.stage_key = 'parted')
               and not exists (select from stop_in_force(c.id))
               and not exists (select from noticed_with(:viewer, c.id) v
                                where v.state = 'planned' and v.planned_for >= :from or v.state in ('open', 'resting'))
               and not exists (select from touch t where t.contact_id = c.id and t.happened_at >= :from)
               and not exists (select from promise r where r.contact_id = c.id and r.state = 'open' and r.due >= :today
                                and (r.next_step or r.made_at >= :from))""";

    /** Of whoever has card {@code d}: a silence that has ended, and nobody heard them since. */
    private static final String SILENCE_OVER = """
            select a.until, a.why from agreed_silence a
                 where a.contact_id = d.contact_id and a.ended_at is null and a.until <= :today
                   and (d.last_two_way_at is null or a.until > (d.last_two_way_at at time zone :zone)::date)""";

    /**
     * Those whose silence is over, who are few, and of the others those who wait for longest: they come in the order of an index, and
     * no more of them are looked at than are shown.
     */
    private static final String TIME = """
            with waiting as (
              (select d.contact_id, d.listen_by, d.last_two_way_at from contact_card d
                where d.owner_id = :viewer and d.shelf = 'listed' and d.silent_until <= :today
                  and (d.listen_by <= :today or exists (%2$s offset 0)))
              union all
              (select x.contact_id, x.listen_by, x.last_two_way_at
                 from (select d.* from contact_card d
                        where d.owner_id = :viewer and d.shelf = 'listed' and d.listen_by <= :today and d.silent_until is null
                        order by d.listen_by, d.sort_name, d.contact_id) x
                cross join lateral (select from seen_contact(:viewer) c where c.id = x.contact_id and %1$s offset 0) seen
                order by x.listen_by, x.sort_name, x.contact_id limit :most))
            select c.id, c.name, k.name as company, d.last_two_way_at, c.ideal_days, c.longest_days,
                   g.ideal_days as stage_ideal, g.longest_days as stage_longest, s.until, s.why
              from waiting d
              join seen_contact(:viewer) c on c.id = d.contact_id
              left join company k on k.id = c.company_id
              left join contact_stage e on e.contact_id = c.id
              left join current_stage g on g.key = e.stage_key
              left join lateral (%2$s order by a.agreed_at desc, a.id desc limit 1) s on true
             where (d.listen_by <= :today or s.until is not null) and %1$s
             order by coalesce(s.until, d.listen_by), c.sort_name, c.id limit :most
            """.formatted(QUIET, SILENCE_OVER);

    private final JdbcClient jdbc;

    TodayListening(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Somebody it is time for, and why.
     *
     * @param rhythm how their rhythm stands, where it has come due
     * @param silenceUntil the day on which an agreed silence ended, where nobody has heard them since
     * @param silenceWhy what was to be remembered on that day
     */
    public record Person(
            ContactId id,
            String name,
            @Nullable String company,
            @Nullable RhythmState rhythm,
            @Nullable LocalDate silenceUntil,
            @Nullable String silenceWhy) {}

    public List<Person> isTime(Viewer viewer, LocalDate today, int atMost) {
        Instant from = today.atStartOfDay(viewer.zone()).toInstant();
        return jdbc.sql(TIME)
                .param("viewer", viewer.uuid())
                .param("today", today)
                .param("zone", viewer.zone().getId())
                .param("from", Timestamp.from(from))
                .param("most", atMost)
                .query((row, n) -> person(row, today, viewer.zone()))
                .list();
    }

    /** Whether there is anybody yet; on the very first day there is not. */
    public boolean knowsSomebody(Viewer viewer) {
        return jdbc.sql("select exists (select from seen_contact(:viewer))")
                .param("viewer", viewer.uuid())
                .query(Boolean.class)
                .single();
    }

    private static Person person(ResultSet row, LocalDate today, ZoneId zone) throws SQLException {
        return new Person(
                new ContactId(Objects.requireNonNull(row.getObject("id", UUID.class))),
                row.getString("name"),
                row.getString("company"),
                rhythm(row, today, zone),
                row.getObject("until", LocalDate.class),
                row.getString("why"));
    }

    private static @Nullable RhythmState rhythm(ResultSet row, LocalDate today, ZoneId zone) throws SQLException {
        Timestamp heard = row.getTimestamp("last_two_way_at");
        if (heard == null) {
            return null;
        }
        Optional<Rhythm> rhythm = Rhythm.of(
                row.getObject("ideal_days", Integer.class),
                row.getObject("longest_days", Integer.class),
                row.getObject("stage_ideal", Integer.class),
                row.getObject("stage_longest", Integer.class));
        LocalDate day = LocalDate.ofInstant(heard.toInstant(), zone);
        return rhythm.map(one -> one.on(today, day, null)).orElse(null);
    }
}
