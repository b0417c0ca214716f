package org.attune.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How absences stand in the database. */
final class AbsenceRows {

    private static final String VIEW = """
            select a.id, a.user_id, u.name, a.stand_in, s.name as stand_in_name, a.from_day, a.until_day,
                   a.from_day <= (:now::timestamptz at time zone u.zone)::date as begun
              from absence a join app_user u on u.id = a.user_id join app_user s on s.id = a.stand_in
            """;

    private AbsenceRows() {}

    static Optional<AbsenceView> find(JdbcClient jdbc, UUID id, Instant now) {
        return jdbc.sql(VIEW + " where a.id = :id")
                .param("id", id)
                .param("now", Timestamp.from(now))
                .query(AbsenceRows::view)
                .optional();
    }

    static Optional<AbsenceView> current(JdbcClient jdbc, UserId who, Instant now) {
        return jdbc.sql(VIEW + """
                         where a.user_id = :who and a.ended_at is null
                           and a.until_day >= (:now::timestamptz at time zone u.zone)::date""")
                .param("who", who.value())
                .param("now", Timestamp.from(now))
                .query(AbsenceRows::view)
                .optional();
    }

    /** Where they are away themselves, or stand in for somebody; the next first. */
    static List<AbsenceView> concerning(JdbcClient jdbc, UserId who, Instant now) {
        return jdbc.sql(VIEW + """
                         where :who in (a.user_id, a.stand_in) and a.ended_at is null
                           and a.until_day >= (:now::timestamptz at time zone u.zone)::date
                         order by a.from_day, a.id""")
                .param("who", who.value())
                .param("now", Timestamp.from(now))
                .query(AbsenceRows::view)
                .list();
    }

    /** One that is over by itself ended with its last day. */
    static void end(JdbcClient jdbc, UserId who, Instant now) {
        jdbc.sql("""
                        update absence a
                           set ended_at = least(:now::timestamptz, (a.until_day + 1)::timestamp at time zone u.zone)
                          from app_user u where u.id = a.user_id and a.user_id = :who and a.ended_at is null""")
                .param("now", Timestamp.from(now))
                .param("who", who.value())
                .update();
    }

    static void insert(JdbcClient jdbc, GoAway away, Viewer by) {
        jdbc.sql("""
                        insert into absence (id, user_id, stand_in, from_day, until_day, said_by)
                        values (:id, :who, :standIn, :from, :until, :by)""")
                .param("id", away.id())
                .param("who", away.who().value())
                .param("standIn", away.standIn().value())
                .param("from", away.from())
                .param("until", away.until())
                .param("by", by.uuid())
                .update();
    }

    private static AbsenceView view(ResultSet row, int n) throws SQLException {
        return new AbsenceView(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                new UserId(Objects.requireNonNull(row.getObject("user_id", UUID.class))),
                row.getString("name"),
                new UserId(Objects.requireNonNull(row.getObject("stand_in", UUID.class))),
                row.getString("stand_in_name"),
                row.getObject("from_day", LocalDate.class),
                row.getObject("until_day", LocalDate.class),
                row.getBoolean("begun"));
    }
}
