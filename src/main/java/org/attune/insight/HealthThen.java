package org.attune.insight;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How relationships were at the end of days that are over, by the team they were with then. Whose they were as a person, at which
 * company and in which stage nobody kept: these go by now.
 */
@Component
class HealthThen {

    private static final String THEIRS = """
              join contact c on c.id = s.contact_id
             where (:team::uuid is null or s.team_id = :team) and (:person::uuid is null or c.owner_id = :person)
               and (:company::uuid is null or c.company_id = :company)
               and (:stage::text is null or exists (
                     select from contact_stage g where g.contact_id = c.id and g.stage_key = :stage))""";

    /**
     * For each of days that stand in their order: what was so for a while is looked at once, whatever their number, counted by the
     * first and the last of the days within it, and only these counts are laid out over the days.
     */
    private static final String COUNTED = """
            with asked as (select string_to_array(:days, ',')::date[] as days),
            spell as materialized (
              select width_bucket(s.from_day - 1, a.days) + 1 as first,
                     coalesce(width_bucket(s.before_day - 1, a.days), cardinality(a.days)) as last,
                     s.band, count(*) as many, coalesce(sum(s.score), 0) as scores
                from asked a cross join overseen_health(:viewer) s
            """ + THEIRS + """
               group by 1, 2, 3)
            select a.days[n] as day, l.band, sum(l.many) as many, sum(l.scores) as scores
              from asked a cross join spell l cross join generate_series(l.first, l.last) n group by 1, 2""";

    /**
     * From sums of what changed by month and by day: how many there were is what changed up to then. Whole months are asked first, and of the
     * month in which a day falls the days up to it; on the last of a month the month is enough.
     */
    private static final String SUMMED = """
            with asked as (
              select d.day, case when (d.day + 1) = date_trunc('month', d.day + 1) then d.day + 1 else date_trunc('month', d.day)::date end as cut
                from unnest(string_to_array(:days, ',')::date[]) d(day)),
            changed as materialized (
              select t.grain, t.start, t.band, sum(t.many) as many, sum(t.scores) as scores
                from overseen_tally(:viewer, :person) t
               where (:team::uuid is null or t.team_id = :team)
                 and (t.grain = 'month' and t.start < (select max(cut) from asked)
                   or t.grain = 'day' and t.start >= (select min(cut) from asked where cut <= day)
                        and date_trunc('month', t.start)::date = any (array(select cut from asked where cut <= day)))
               group by 1, 2, 3)
            select a.day, c.band, sum(c.many) as many, sum(c.scores) as scores
              from asked a join changed c
                on c.grain = 'month' and c.start < a.cut or c.grain = 'day' and c.start between a.cut and a.day
             group by 1, 2 having sum(c.many) <> 0""";

    private final JdbcClient jdbc;

    HealthThen(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Some(LocalDate day, Bands bands) {}

    /** One statement, however many days; a day of which nothing is known has nobody. */
    Map<LocalDate, Bands> on(Slice slice, Collection<LocalDate> days) {
        Map<LocalDate, Bands> found = new HashMap<>();
        some(slice, days).forEach(some -> found.merge(some.day(), some.bands(), Bands::and));
        days.forEach(day -> found.putIfAbsent(day, Bands.NONE));
        return found;
    }

    private List<Some> some(Slice slice, Collection<LocalDate> days) {
        if (days.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(slice.company() == null && slice.stage() == null ? SUMMED : COUNTED)
                .params(slice.parameters())
                .param(
                        "days",
                        days.stream()
                                .distinct()
                                .sorted()
                                .map(LocalDate::toString)
                                .collect(Collectors.joining(",")))
                .query((row, n) -> new Some(
                        Objects.requireNonNull(row.getObject("day", LocalDate.class)),
                        new Bands(Map.of(row.getString("band"), row.getLong("many")), row.getLong("scores"))))
                .list();
    }

    /** In place of a band: 60 and more. */
    static final String HEALTHY = "healthy";

    /** Those that were known, with how they were. */
    static RelationshipRows.Cut mean(LocalDate day) {
        return cut(day, null).byScore();
    }

    /** The relationships that were so on a day, ordered by who they are; all that were known for no band. */
    static RelationshipRows.Cut cut(LocalDate day, @Nullable String band) {
        return new RelationshipRows.Cut("""
                select s.contact_id, 'health.' || s.band as what, s.from_day as day, s.score
                  from overseen_health(:viewer) s
            """ + THEIRS + """
                 and s.from_day <= :on::date and (s.before_day is null or s.before_day > :on::date)
                 and case when :band::text is null then s.band <> 'unknown' when :band = 'healthy' then s.band in ('thriving', 'steady')
                          else s.band = :band end""", band).on(day);
    }
}
