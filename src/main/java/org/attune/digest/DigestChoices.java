package org.attune.digest;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.attune.access.UserId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who wants the letter, as rows. */
@Component
class DigestChoices {

    private final JdbcClient jdbc;

    DigestChoices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Somebody who wants a letter, and whose day is not looked after yet. */
    record Waiting(UserId person, ZoneId zone) {}

    boolean isWanted(UserId person) {
        return jdbc.sql("select exists (select from digest_choice where user_id = :person and wanted)")
                .param("person", person.value())
                .query(Boolean.class)
                .single();
    }

    /** Said twice it is said once. */
    void choose(UserId person, boolean wanted, Instant now) {
        jdbc.sql("""
                        insert into digest_choice (user_id, wanted, chosen_at)
                        select u.id, :wanted, :now from app_user u where u.id = :person and u.deactivated_at is null
                        on conflict (user_id) do update set wanted = excluded.wanted, chosen_at = excluded.chosen_at
                         where digest_choice.wanted <> excluded.wanted""")
                .param("person", person.value())
                .param("wanted", wanted)
                .param("now", Timestamp.from(now))
                .update();
    }

    List<Waiting> waiting(Instant now) {
        return jdbc.sql("""
                        select u.id, u.zone from digest_choice d join app_user u on u.id = d.user_id
                         where d.wanted and u.sells and u.deactivated_at is null
                           and (d.last_day is null or d.last_day < (:now::timestamptz at time zone u.zone)::date)
                         order by u.id""")
                .param("now", Timestamp.from(now))
                .query((row, n) -> new Waiting(
                        new UserId(Objects.requireNonNull(row.getObject("id", UUID.class))),
                        ZoneId.of(row.getString("zone"))))
                .list();
    }

    /**
     * Takes a day to look after. Of two who try, the second waits for the first and then comes too late.
     *
     * @return whether it is ours: not where it was taken, nor while they are away, nor where they no longer want it
     */
    boolean take(UserId person, LocalDate day) {
        return jdbc.sql("""
                        update digest_choice d set last_day = :day from app_user u
                         where d.user_id = :person and u.id = d.user_id and d.wanted and u.sells and u.deactivated_at is null
                           and (d.last_day is null or d.last_day < :day)
                           and not exists (select from absence a where a.user_id = u.id and a.ended_at is null
                                              and :day between a.from_day and a.until_day)""").param("person", person.value()).param("day", day).update() == 1;
    }
}
