package org.attune.health;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Keeps what was reckoned: how it is now, and how it was on each day on which it changed. */
@Component
class HealthRows {

    /** Whoever reckons somebody's health waits here for whoever is at it, and then looks at what that one left. */
    private static final String LOCK = """
            select z.zone, (:now::timestamptz at time zone z.zone)::date as today, count(k.contact_id) as kept, min(k.day) as least
              from organisation z
              left join (select h.contact_id, h.day from contact_health h where h.contact_id in (:ids)
                          order by h.contact_id for update) k on true
             group by 1, 2""";

    private static final String KEEP = """
            with now_is as (
              select * from json_to_recordset(:now::json) n (contact uuid, day date, score int, band text, since date, two_way int,
                rhythm int, balance int, follow_through int, promises int, needs int, reciprocity int)),
            was as (
              select * from json_to_recordset(:then::json) n (contact uuid, day date, score int, band text, team uuid)),
            absorbed as (
              delete from contact_health b using contact a where a.id = b.contact_id and a.merged_into in (:ids) returning a.id),
            no_longer as (
              delete from health_history h using json_to_recordset(:since::json) f (contact uuid, day date)
               where h.contact_id = f.contact and h.day >= f.day
                 and not exists (select from was w where w.contact = h.contact_id and w.day = h.day)),
            history as (
              insert into health_history as h (contact_id, day, score, band, team_id, before_day)
              select contact, day, score, band, team, lead(day) over (partition by contact order by day) from was
              union all
              select a.id, :today, null, 'unknown', null, null from absorbed a
              on conflict (contact_id, day) do update
                 set score = excluded.score, band = excluded.band, team_id = excluded.team_id)
            insert into contact_health as h (contact_id, day, score, band, band_since, two_way, rhythm, balance, follow_through,
                   promises, needs, reciprocity)
            select * from now_is order by contact
            on conflict (contact_id) do update
               set day = excluded.day, score = excluded.score, band = excluded.band, band_since = excluded.band_since,
                   two_way = excluded.two_way, rhythm = excluded.rhythm, balance = excluded.balance,
                   follow_through = excluded.follow_through, promises = excluded.promises, needs = excluded.needs,
                   reciprocity = excluded.reciprocity
             where h is distinct from excluded""";

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    HealthRows(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** @param least the first day up to which one of them was reckoned; none where one of them never was */
    record Locked(ZoneId zone, LocalDate today, @Nullable LocalDate least) {}

    Locked lock(Collection<UUID> contacts) {
        return jdbc.sql(LOCK)
                .param("now", Timestamp.from(clock.instant()))
                .param("ids", contacts)
                .query((row, n) -> new Locked(
                        ZoneId.of(row.getString("zone")),
                        Objects.requireNonNull(row.getObject("today", LocalDate.class)),
                        row.getInt("kept") < contacts.size() ? null : row.getObject("least", LocalDate.class)))
                .single();
    }

    private record Now(
            String contact,
            String day,
            @Nullable Integer score,
            String band,
            String since,
            int two_way,
            @Nullable Integer rhythm,
            @Nullable Integer balance,
            @Nullable Integer follow_through,
            @Nullable Integer promises,
            @Nullable Integer needs,
            @Nullable Integer reciprocity) {}

    private record Then(
            String contact,
            String day,
            @Nullable Integer score,
            String band,
            @Nullable String team) {}

    private record Since(String contact, String day) {}

    /** @param contacts whom it is about, with those of whom nothing is kept any more */
    void keep(Collection<UUID> contacts, List<Reckoned> all, LocalDate today) {
        List<Then> then = new ArrayList<>();
        List<Since> since = new ArrayList<>();
        for (Reckoned one : all) {
            String contact = one.contact().toString();
            since.add(new Since(contact, one.from().toString()));
            one.changes().forEach(change -> then.add(then(contact, change)));
        }
        jdbc.sql(KEEP)
                .param("ids", contacts)
                .param("today", today)
                .param(
                        "now",
                        json.writeValueAsString(
                                all.stream().map(HealthRows::now).toList()))
                .param("then", json.writeValueAsString(then))
                .param("since", json.writeValueAsString(since))
                .update();
    }

    private static Now now(Reckoned one) {
        Health health = one.health();
        return new Now(
                one.contact().toString(),
                health.day().toString(),
                health.score(),
                health.band().code(),
                one.bandSince().toString(),
                health.twoWay(),
                health.value(Factor.RHYTHM),
                health.value(Factor.BALANCE),
                health.value(Factor.FOLLOW_THROUGH),
                health.value(Factor.PROMISES),
                health.value(Factor.NEEDS),
                health.value(Factor.RECIPROCITY));
    }

    private static Then then(String contact, Reckoned.Change change) {
        UUID team = change.team();
        return new Then(
                contact,
                change.day().toString(),
                change.score(),
                change.band().code(),
                team == null ? null : team.toString());
    }
}
