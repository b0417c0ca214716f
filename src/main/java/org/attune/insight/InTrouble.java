package org.attune.insight;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.attune.access.Viewer;
import org.attune.health.NextMove;
import org.attune.health.NextMoves;
import org.attune.insight.HealthBoard.Next;
import org.attune.insight.HealthBoard.Reason;
import org.attune.insight.HealthBoard.Troubled;
import org.attune.insight.RelationshipRows.Cut;
import org.attune.people.ContactId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Relationships that are cooling or at risk: why, and what is agreed next. Agreed is an open promise of either side, a conversation
 * that is planned, or silence until a day; where somebody is not to hear from us, that is what holds.
 */
@Component
class InTrouble {

    private static final List<String> FACTORS =
            List.of("rhythm", "balance", "follow_through", "promises", "needs", "reciprocity");

    private static final int LOW = 60;
    private static final int REASONS = 2;

    private static final String TROUBLED = """
            select c.id as contact_id, c.owner_id, c.company_id, h.score, h.band, h.band_since, h.rhythm, h.balance,
                   h.follow_through, h.promises, h.needs, h.reciprocity, x.kind, x.day as next_day, x.words
              from overseen_contact(:viewer) c
              join contact_health h on h.contact_id = c.id
              left join lateral (
                select * from (
                  select 'promise-' || p.side as kind, p.due as day, p.words from promise p
                   where p.contact_id = c.id and p.state = 'open'
                  union all
                  select 'planned', (v.planned_for at time zone :zone)::date, null
                    from participant i join conversation v on v.id = i.conversation_id
                   where i.contact_id = c.id and v.state = 'planned' and v.planned_for >= :midnight
                  union all
                  select 'stop', (s.said_at at time zone :zone)::date, null from stop_in_force(c.id) s
                  union all
                  select 'silence', s.until, null from agreed_silence s
                   where s.contact_id = c.id and s.ended_at is null and s.until > :today) n
                 order by n.kind = 'stop' desc, n.day, n.kind limit 1) x on true
             where c.archived_at is null and c.erasure_id is null and h.band in ('at_risk', 'cooling') and""" + " " + Slice.CONTACTS;

    private final JdbcClient jdbc;

    private final NextMoves moves;

    InTrouble(JdbcClient jdbc, NextMoves moves) {
        this.jdbc = jdbc;
        this.moves = moves;
    }

    /** The worst of each team they lead, and of what is their own elsewhere: the worst of all are among them. */
    private static final String WORST = """
            with worst as materialized (
              select w.contact_id, w.score
                from unnest(array(select overseen_team(:viewer))) team (id)
               cross join lateral (
                 select s.contact_id, s.score from contact_standing s
                  where s.team_id = team.id and s.counted and s.band in ('at_risk', 'cooling') and %1$s
                  order by s.score, s.contact_id limit :most) w
              union all
              (select s.contact_id, s.score from contact_standing s
                where s.owner_id = (select u.id from app_user u where u.id = :viewer and u.sells and u.deactivated_at is null)
                  and s.team_id <> all (array(select overseen_team(:viewer)))
                  and s.counted and s.band in ('at_risk', 'cooling') and %1$s
                order by s.score, s.contact_id limit :most)
               order by 2, 1 limit :most)
            select t.*, s.name, k.name as company, u.name as owner
              from worst w
             cross join lateral (%2$s and c.id = w.contact_id) t
              left join seen_contact(:viewer) s on s.id = t.contact_id
              left join company k on k.id = t.company_id
              join app_user u on u.id = t.owner_id
             order by t.score, t.contact_id""".formatted(Slice.STANDING, TROUBLED);

    /** Three statements, or one where there is nobody. */
    List<Troubled> worst(Viewer viewer, Map<String, @Nullable Object> parameters, int atMost) {
        List<Troubled> worst = worst(parameters, atMost);
        Map<ContactId, List<NextMove>> help = moves.of(
                viewer, worst.stream().map(one -> new ContactId(one.contact())).toList());
        return worst.stream()
                .map(one -> one.helpedBy(help.getOrDefault(new ContactId(one.contact()), List.of())))
                .toList();
    }

    private List<Troubled> worst(Map<String, @Nullable Object> parameters, int atMost) {
        return jdbc.sql(WORST)
                .params(parameters)
                .param("most", atMost)
                .query(InTrouble::troubled)
                .list();
    }

    long withoutNext(Map<String, @Nullable Object> parameters) {
        return jdbc.sql("""
                        select count(*) from overseen_standing(:viewer) s
                         where s.counted and s.band in ('at_risk', 'cooling') and (s.agreed_until is null or s.agreed_until < :today)
                           and""" + " " + Slice.STANDING)
                .params(parameters)
                .query(Long.class)
                .single();
    }

    static Cut withoutNext() {
        return new Cut(
                "select t.contact_id, 'health.' || t.band as what, t.band_since as day from (" + TROUBLED
                        + ") t where t.kind is null",
                null);
    }

    private static Troubled troubled(ResultSet row, int n) throws SQLException {
        String name = row.getString("name");
        return new Troubled(
                row.getObject("contact_id", UUID.class),
                name,
                row.getString("company"),
                row.getString("owner"),
                row.getInt("score"),
                row.getString("band"),
                Objects.requireNonNull(row.getObject("band_since", LocalDate.class)),
                reasons(row),
                next(row, name != null),
                List.of());
    }

    /** The two that stand lowest, where they stand low. */
    private static List<Reason> reasons(ResultSet row) throws SQLException {
        List<Reason> all = new ArrayList<>();
        for (String factor : FACTORS) {
            int value = row.getInt(factor);
            if (!row.wasNull() && value < LOW) {
                all.add(new Reason(factor, value));
            }
        }
        return all.stream()
                .sorted(Comparator.comparing(Reason::value))
                .limit(REASONS)
                .toList();
    }

    private static @Nullable Next next(ResultSet row, boolean readable) throws SQLException {
        String kind = row.getString("kind");
        LocalDate day = row.getObject("next_day", LocalDate.class);
        return kind == null || day == null ? null : new Next(kind, day, readable ? row.getString("words") : null);
    }
}
