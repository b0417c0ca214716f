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

    /** Days that nobody counted yet, each in a step of its own. */
    void upToYesterday() {
        LocalDate today = today();
        firstToCount().ifPresent(first -> first.datesUntil(first.isBefore(today) ? today : first)
                .forEach(this::count));
    }

    /** From this day on: how somebody was on these days came to be known only now. */
    void again(LocalDate from) {
        LocalDate today = today();
        from.datesUntil(from.isBefore(today) ? today : from).forEach(this::count);
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

    private void count(LocalDate day) {
        jdbc.sql("""
                        with fresh as (
                          select h.team_id, h.band, count(*) as many, coalesce(sum(h.score), 0) as scores
                            from contact c
                           cross join lateral (select * from health_history x where x.contact_id = c.id and x.day <= :day
                                                order by x.day desc limit 1) h
                           where h.team_id is not null
                           group by 1, 2),
                        gone as (
                          delete from health_day d where d.day = :day
                             and not exists (select from fresh f where f.team_id = d.team_id and f.band = d.band))
                        insert into health_day (day, team_id, band, contacts, score_sum)
                        select :day, team_id, band, many, scores from fresh
                        on conflict (day, team_id, band) do update
                           set contacts = excluded.contacts, score_sum = excluded.score_sum""").param("day", day).update();
    }
}
