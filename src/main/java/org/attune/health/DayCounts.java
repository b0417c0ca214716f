package org.attune.health;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts how many relationships of each team were how at the end of a day, once the day is over. */
@Component
class DayCounts {

    private final JdbcClient jdbc;
    private final Clock clock;

    DayCounts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Days that nobody counted yet. */
    void upToYesterday() {
        firstToCount().ifPresent(this::again);
    }

    /** From this day on: how somebody was on these days came to be known only now. */
    void again(LocalDate from) {
        LocalDate yesterday = today().minusDays(1);
        if (!from.isAfter(yesterday)) {
            count(from, yesterday);
        }
    }

    LocalDate today() {
        return jdbc.sql("select (:now::timestamptz at time zone zone)::date from organisation")
                .param("now", Timestamp.from(clock.instant()))
                .query(LocalDate.class)
                .single();
    }

    private Optional<LocalDate> firstToCount() {
        return jdbc.sql(
                        "select coalesce((select max(day) + 1 from health_day), (select min(day) from health_history)) as first")
                .query((row, n) -> Optional.ofNullable(row.getObject("first", LocalDate.class)))
                .single();
    }

    /**
     * All these days in one reading of the history: how somebody was holds from its day until the day before the next one, so a
     * day differs from the one before it by who came and who went.
     */
    private void count(LocalDate first, LocalDate last) {
        jdbc.sql("""
                        with held as (
                          select team_id, band, coalesce(score, 0) as score, day,
                                 lead(day) over (partition by contact_id order by day) as until
                            from health_history where day <= :last),
                        moved as (
                          select team_id, band, greatest(day, :first) as day, 1 as many, score
                            from held where team_id is not null and (until is null or until > :first)
                          union all
                          select team_id, band, until, -1, -score
                            from held where team_id is not null and until > :first),
                        by_day as (
                          select team_id, band, day, sum(many) as many, sum(score) as score from moved group by 1, 2, 3),
                        fresh as (
                          select d::date as day, k.team_id, k.band,
                                 sum(coalesce(b.many, 0)) over so_far as many, sum(coalesce(b.score, 0)) over so_far as scores
                            from (select distinct team_id, band from by_day) k
                           cross join generate_series(:first::timestamp, :last::timestamp, interval '1 day') d
                            left join by_day b on b.team_id = k.team_id and b.band = k.band and b.day = d::date
                          window so_far as (partition by k.team_id, k.band order by d)),
                        gone as (
                          delete from health_day h where h.day between :first and :last
                             and not exists (select from fresh f where f.day = h.day and f.team_id = h.team_id and f.band = h.band
                                                                   and f.many > 0))
                        insert into health_day (day, team_id, band, contacts, score_sum)
                        select day, team_id, band, many, scores from fresh where many > 0
                        on conflict (day, team_id, band) do update
                           set contacts = excluded.contacts, score_sum = excluded.score_sum
                         where (health_day.contacts, health_day.score_sum) is distinct from (excluded.contacts, excluded.score_sum)""").param("first", first).param("last", last).update();
    }
}
