package org.attune.health;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.attune.access.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds what next moves follow from: how relationships stand, and what is open in them. One statement each. */
@Component
class MoveRows {

    /** What is not known takes nothing. */
    private static final String STANDING = """
            select c.id, z.zone, greatest(s.until, g.until) as silent_until,
                   exists (select from stop_in_force(c.id)) as stopped,
                   (c.archived_at is not null or coalesce(g.stage_key = 'parted', false)) as ended,
                   w.rhythm * (100 - coalesce(h.rhythm, 100)) as rhythm, w.balance * (100 - coalesce(h.balance, 100)) as balance,
                   w.follow_through * (100 - coalesce(h.follow_through, 100)) as follow_through,
                   w.promises * (100 - coalesce(h.promises, 100)) as promises, w.needs * (100 - coalesce(h.needs, 100)) as needs,
                   w.reciprocity * (100 - coalesce(h.reciprocity, 100)) as reciprocity
              from seen_contact(:viewer) c
             cross join organisation z
             cross join (select * from health_weights order by number desc limit 1) w
              left join contact_health h on h.contact_id = c.id
              left join contact_stage g on g.contact_id = c.id
              left join lateral (
                select max(x.until) as until from agreed_silence x
                 where x.contact_id = c.id and (x.ended_at is null or x.ended_at > :now)) s on true
             where c.id in (:ids)""";

    /** At most one of each kind for everybody: the oldest that waits, the newest that was said. */
    private static final String OPEN = """
            with who as (select c.* from seen_contact(:viewer) c where c.id in (:ids) and c.erasure_id is null),
            talk as (
              select c.id as contact_id, l.*
                from who c cross join lateral (
                  select v.conversation_id as id, v.talked_more, v.complete, v.their_words, v.our_words, v.happened_at
                    from conversation_sum v
                   where v.contact_id = c.id and (v.visibility <> 'private' or v.owner_id = :viewer)
                     and v.state not in ('planned', 'called_off', 'open') and (v.talked_more is not null or v.complete)
                   order by v.at desc, v.conversation_id desc limit 1) l)
            select * from (
              select distinct on (p.contact_id, p.side) p.contact_id, case p.side when 'us' then 'keep_promise' else 'ask_kindly' end as kind,
                     p.words, null as exactness, p.due as day, '/promises/' || p.id as link
                from who c join promise p on p.contact_id = c.id and p.state = 'open' and p.due < :today
               order by p.contact_id, p.side, p.due, p.id) late
            union all
            select c.id, 'answer', question.* from who c cross join lateral (
              select t.words, t.exactness, (t.said_at at time zone :zone)::date, '/conversations/' || t.conversation_id || '#t' || t.seq
                from said_mark m
               cross join lateral (select * from said_by(:viewer, m.speaker_id) t where t.id = m.turn_id offset 0) t
               where m.speaker_id = c.id and m.kind = 'their_question'
                 and not exists (select from turn_mark x where x.turn_id = m.turn_id and x.kind = 'personal')
                 and not exists (select from reply r where r.heard_id = m.turn_id)
                 and not exists (select from open_thread o where o.turn_id = m.turn_id
                                    and (o.picked_up_by_turn is not null or o.let_go_at is not null))
               order by m.said_at desc, m.turn_id limit 1) question
            union all
            select c.id, 'pick_up', thread.* from who c cross join lateral (
              select t.words, t.exactness, (t.said_at at time zone :zone)::date, '/conversations/' || t.conversation_id || '#t' || t.seq
                from said_mark m
                join open_thread o on o.turn_id = m.turn_id and o.picked_up_by_turn is null and o.let_go_at is null
               cross join lateral (select * from said_by(:viewer, m.speaker_id) t where t.id = m.turn_id offset 0) t
               where m.speaker_id = c.id and m.kind = 'thread'
                 and not exists (select from turn_mark x where x.turn_id = m.turn_id and x.kind in ('personal', 'their_question'))
               order by m.said_at desc, m.turn_id limit 1) thread
            union all
            select k.contact_id, 'listen', null, null, (k.happened_at at time zone :zone)::date, '/conversations/' || k.id
              from talk k
             where case when k.complete and k.their_words + k.our_words > 0 then k.their_words < k.our_words
                        else k.talked_more = 'we' end
            union all
            select c.id, 'hear', null, null, (l.heard_at at time zone :zone)::date, null
              from who c
              left join contact_stage g on g.contact_id = c.id
              left join current_stage d on d.key = g.stage_key
             cross join lateral (
                select max(t.said_at) as heard_at from turn t where t.speaker_id = c.id and t.kind = 'heard') l
             where (l.heard_at at time zone :zone)::date + coalesce(c.ideal_days, d.ideal_days) < :today
               and not exists (select from conversation_sum v
                                where v.contact_id = c.id and v.state = 'planned'
                                  and (v.planned_for at time zone :zone)::date >= :today)
            union all
            select * from (
              select distinct on (q.contact_id) q.contact_id, 'meet', x.label, null, null::date, '/needs/' || n.id
                from who c join need_person q on q.contact_id = c.id
                join need n on n.id = q.need_id and n.state in ('heard', 'explored', 'confirmed')
                join need_person_not_met x on x.need_id = n.id and x.met_as is null
               order by q.contact_id, x.decides desc, x.pays desc, n.noted_at, x.id) unmet""";

    private final JdbcClient jdbc;

    MoveRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How one of them stands, in the organisation's zone. */
    record Standing(
            UUID contact,
            ZoneId zone,
            boolean stopped,
            @Nullable LocalDate silentUntil,
            boolean ended,
            Lost lost) {

        Situation with(List<NextMove> open) {
            return new Situation(stopped, silentUntil, ended, lost, open);
        }
    }

    List<Standing> standings(Viewer viewer, Collection<UUID> contacts, Instant now) {
        return jdbc.sql(STANDING)
                .param("viewer", viewer.uuid())
                .param("ids", contacts)
                .param("now", Timestamp.from(now))
                .query(MoveRows::standing)
                .list();
    }

    private record Open(UUID contact, NextMove move) {}

    Map<UUID, List<NextMove>> open(Viewer viewer, Collection<UUID> contacts, LocalDate today, ZoneId zone) {
        return jdbc
                .sql(OPEN)
                .param("viewer", viewer.uuid())
                .param("ids", contacts)
                .param("today", today)
                .param("zone", zone.getId())
                .query(MoveRows::open)
                .list()
                .stream()
                .collect(Collectors.groupingBy(Open::contact, Collectors.mapping(Open::move, Collectors.toList())));
    }

    private static Standing standing(ResultSet row, int n) throws SQLException {
        return new Standing(
                id(row, "id"),
                ZoneId.of(row.getString("zone")),
                row.getBoolean("stopped"),
                row.getObject("silent_until", LocalDate.class),
                row.getBoolean("ended"),
                new Lost(
                        row.getInt("rhythm"),
                        row.getInt("balance"),
                        row.getInt("follow_through"),
                        row.getInt("promises"),
                        row.getInt("needs"),
                        row.getInt("reciprocity")));
    }

    private static Open open(ResultSet row, int n) throws SQLException {
        return new Open(
                id(row, "contact_id"),
                new NextMove(
                        NextMove.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                        row.getString("words"),
                        how(row.getString("exactness")),
                        row.getObject("day", LocalDate.class),
                        row.getString("link")));
    }

    private static UUID id(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, UUID.class));
    }

    private static @Nullable String how(@Nullable String exactness) {
        if (exactness == null) {
            return null;
        }
        return switch (exactness) {
            case "in_essence" -> "ESSENCE";
            case "did" -> "DID";
            default -> "VERBATIM";
        };
    }
}
