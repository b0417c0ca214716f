package org.attune.nurture;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.attune.nurture.DueFacts.Asked;
import org.attune.nurture.DueFacts.AtStage;
import org.attune.nurture.DueFacts.ChosenWay;
import org.attune.nurture.DueFacts.Decided;
import org.attune.nurture.DueFacts.Ended;
import org.attune.nurture.DueFacts.Quiet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Gathers what decides about the queue and keeps the day it leads to: one statement, and one more where that day changes. */
@Component
class DueRows {

    /** Every value comes from an index, or from rows of this contact that stay few; nothing walks through turns. */
    private static final String FACTS = """
            select c.id, (c.created_at at time zone z.zone)::date as met, v.at as spoken_at, (v.at at time zone z.zone)::date as spoken,
                   c.ideal_days, g.key as stage, g.hat, g.aside, g.ideal_days as stage_days, e.since, e.until as stage_until,
                   w.id as way_id, w.way, w.chosen_at, s.id as silence_id, s.until, s.ended_at as silence_ended,
                   d.id as decision_id, d.offer_id, d.kind, d.on_day, d.noted_at,
                   n.id as need_id, n.ended_at, (n.ended_at at time zone z.zone)::date as ended_on, o.many as open_needs,
                   q.id as asked_id, (q.noted_at at time zone z.zone)::date as asked_on,
                   x.due_on as was_on, x.why as was_why, x.about as was_about, x.fact_on as was_fact, x.spoken_at as was_spoken
              from contact c
              cross join organisation z
              left join nurture_due x on x.contact_id = c.id
              left join contact_stage e on e.contact_id = c.id
              left join current_stage g on g.key = e.stage_key
              left join lateral (
                select max(t.said_at) as at from turn t where t.speaker_id = c.id and t.kind = 'heard') v on true
              left join lateral (
                select y.id, y.way, y.chosen_at from way_on y where y.contact_id = c.id and y.way <> 'stop'
                 order by y.chosen_at desc, y.id desc limit 1) w on true
              left join lateral (
                select a.id, a.until, a.ended_at from agreed_silence a where a.contact_id = c.id
                 order by a.agreed_at desc, a.id desc limit 1) s on true
              left join lateral (
                select y.id, f.id as offer_id, y.kind, y.on_day, y.noted_at from offer f join decision y on y.offer_id = f.id
                 where f.contact_id = c.id order by y.noted_at desc, y.id desc limit 1) d on true
              left join lateral (
                select y.id, y.ended_at from need_person p join need y on y.id = p.need_id
                 where p.contact_id = c.id and y.state = 'not_a_fit' order by y.ended_at desc, y.id desc limit 1) n on true
              left join lateral (
                select count(*) as many from need_person p join need y on y.id = p.need_id
                 where p.contact_id = c.id and y.kind = 'problem' and y.state in ('heard', 'explored', 'confirmed')) o on true
              left join lateral (
                select y.id, y.noted_at from need_person p join need y on y.id = p.need_id
                 where p.contact_id = c.id and y.kind = 'wants_to_know' and y.state in ('heard', 'explored', 'confirmed')
                   and not exists (select from need_turn t join reply r on r.heard_id = t.heard_id where t.need_id = y.id)
                   and not exists (select from touch h where h.contact_id = c.id and h.kind in ('material', 'story')
                                      and h.happened_at >= y.noted_at)
                 order by y.noted_at, y.id limit 1) q on true
             where c.id in (:ids) and c.merged_into is null
            """;

    private final JdbcClient jdbc;

    DueRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Row(
            UUID contact,
            @Nullable Due due,
            @Nullable Instant spokenAt,
            @Nullable Due was,
            @Nullable Instant wasSpoken) {

        boolean changed() {
            return !Objects.equals(due, was) || (due != null && !Objects.equals(spokenAt, wasSpoken));
        }
    }

    void reckon(Collection<UUID> contacts) {
        if (contacts.isEmpty()) {
            return;
        }
        List<UUID> ids = contacts.stream().sorted().toList();
        List<Row> changed = jdbc.sql(FACTS).param("ids", ids).query(DueRows::row).list().stream()
                .filter(Row::changed)
                .toList();
        if (!changed.isEmpty()) {
            keep(changed);
        }
    }

    /** In the order of their ids, so that two who do this at once wait for each other and not in a circle. */
    private void keep(List<Row> rows) {
        jdbc.sql("""
                        with now_so as (
                          select * from unnest(:ids::uuid[], :days::date[], :whys::text[], :abouts::uuid[], :facts::date[],
                                               :spoken::timestamptz[]) r (contact_id, due_on, why, about, fact_on, spoken_at)),
                        gone as (delete from nurture_due x using now_so r where x.contact_id = r.contact_id and r.due_on is null)
                        insert into nurture_due (contact_id, due_on, why, about, fact_on, spoken_at)
                        select contact_id, due_on, why, about, fact_on, spoken_at from now_so where due_on is not null order by contact_id
                        on conflict (contact_id) do update
                           set due_on = excluded.due_on, why = excluded.why, about = excluded.about, fact_on = excluded.fact_on,
                               spoken_at = excluded.spoken_at, reckoned_at = now()""")
                .param("ids", rows.stream().map(Row::contact).toArray(UUID[]::new))
                .param("days", texts(rows, due -> due.on().toString()))
                .param("whys", texts(rows, due -> due.why().word()))
                .param(
                        "abouts",
                        texts(
                                rows,
                                due -> due.about() == null ? null : due.about().toString()))
                .param("facts", texts(rows, due -> due.factOn().toString()))
                .param(
                        "spoken",
                        rows.stream()
                                .map(row -> row.spokenAt() == null
                                        ? null
                                        : row.spokenAt().toString())
                                .toArray(String[]::new))
                .update();
    }

    private static @Nullable String[] texts(List<Row> rows, Function<Due, @Nullable String> text) {
        return rows.stream()
                .map(row -> row.due() == null ? null : text.apply(row.due()))
                .toArray(String[]::new);
    }

    private static Row row(ResultSet row, int n) throws SQLException {
        String was = row.getString("was_why");
        return new Row(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                WhenDue.of(facts(row)).orElse(null),
                instant(row, "spoken_at"),
                was == null
                        ? null
                        : new Due(day(row, "was_on"), QueueWhy.of(was), uuid(row, "was_about"), day(row, "was_fact")),
                instant(row, "was_spoken"));
    }

    private static DueFacts facts(ResultSet row) throws SQLException {
        return new DueFacts(
                day(row, "met"),
                row.getObject("spoken", LocalDate.class),
                row.getObject("ideal_days", Integer.class),
                stage(row),
                way(row),
                silence(row),
                decision(row),
                notAFit(row),
                row.getInt("open_needs"),
                asked(row));
    }

    private static @Nullable AtStage stage(ResultSet row) throws SQLException {
        return row.getString("stage") == null
                ? null
                : new AtStage(
                        "marketing".equals(row.getString("hat")),
                        row.getBoolean("aside"),
                        row.getObject("stage_days", Integer.class),
                        row.getTimestamp("since").toInstant(),
                        row.getObject("stage_until", LocalDate.class));
    }

    private static @Nullable ChosenWay way(ResultSet row) throws SQLException {
        UUID id = uuid(row, "way_id");
        return id == null
                ? null
                : new ChosenWay(
                        id,
                        Way.of(row.getString("way")),
                        row.getTimestamp("chosen_at").toInstant());
    }

    private static @Nullable Quiet silence(ResultSet row) throws SQLException {
        UUID id = uuid(row, "silence_id");
        return id == null || row.getTimestamp("silence_ended") != null ? null : new Quiet(id, day(row, "until"));
    }

    private static @Nullable Decided decision(ResultSet row) throws SQLException {
        UUID id = uuid(row, "decision_id");
        return id == null
                ? null
                : new Decided(
                        id,
                        Objects.requireNonNull(uuid(row, "offer_id")),
                        row.getString("kind"),
                        day(row, "on_day"),
                        row.getTimestamp("noted_at").toInstant());
    }

    private static @Nullable Ended notAFit(ResultSet row) throws SQLException {
        UUID id = uuid(row, "need_id");
        return id == null
                ? null
                : new Ended(
                        id, day(row, "ended_on"), row.getTimestamp("ended_at").toInstant());
    }

    private static @Nullable Asked asked(ResultSet row) throws SQLException {
        UUID id = uuid(row, "asked_id");
        return id == null ? null : new Asked(id, day(row, "asked_on"));
    }

    private static LocalDate day(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, LocalDate.class));
    }

    private static @Nullable UUID uuid(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column))
                .map(Timestamp::toInstant)
                .orElse(null);
    }
}
