package org.attune.voice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.attune.access.Hat;
import org.attune.access.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads statements as lines, those the viewer may see; without the names of those who said it and may not be named to them. */
@Component
class StatementRows {

    private static final String LINE = """
            select y.*, statement_names(y.id, :viewer, :outward) as names from (select * from (
              select s.id, s.audience, s.words, s.put_at, s.put_by = :viewer as mine, s.version, n.id as theme_id, n.name as theme_name,
                     u.name as by_name, p.people, p.told, a.decision, a.by_when,
                     case when a.id is null then 'heard' when p.told < p.people then 'decided' else 'told' end as state,
                     exists (select from statement_answerer r where r.audience = s.audience and r.user_id = :viewer) as may_answer
                from seen_statement(:viewer) s join app_user u on u.id = s.put_by
                left join theme t on t.id = s.theme_id left join theme n on n.id = t.stands_for
                left join lateral (select * from statement_answer a where a.statement_id = s.id order by a.number desc limit 1) a on true
               cross join lateral (select count(*)::int as people, (count(*) filter (where q.told))::int as told
                                     from statement_person q where q.statement_id = s.id) p
               where %s) x %s) y order by put_at desc, id desc
            """;

    /** Whom the viewer works with, does not know it, is not promised to be told, and need not be left in peace. */
    static final String UNTOLD = """
            select p.statement_id, p.answer_id, c.id as contact_id, c.name, c.given_name, c.sort_name
              from statement_person p
             cross join lateral (
               select x.* from seen_contact(:viewer) x
                where x.id = p.contact_id and x.owner_id = any (array(select works_as(:viewer))) and x.archived_at is null offset 0) c
             where p.owner_id = any (array(select works_as(:viewer))) and p.answer_id is not null and not p.told and p.promise_id is null
               and not exists (select from stop_in_force(c.id))
               and not exists (select from agreed_silence g
                                where g.contact_id = c.id and g.ended_at is null and g.until > current_date)
            """;

    /** Of a statement s: the viewer is to answer it, or to tell somebody what became of it. */
    private static final String WAITS = """
            (s.id in (select w.statement_id from (%s) w)
             or exists (select from statement_answerer r where r.audience = s.audience and r.user_id = :viewer)
                and not exists (select from statement_answer b where b.statement_id = s.id))""".formatted(UNTOLD);

    private final JdbcClient jdbc;

    StatementRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<StatementLine> page(Viewer viewer, StatementFilter filter, StatementKey after, int atMost) {
        return jdbc.sql(LINE.formatted("(s.put_at, s.id) < (:at, :after) and (not :waiting or " + WAITS + ")", """
                         where (:state::text is null or state = :state) and (:to::text is null or audience = :to)
                           and (not :mine or mine)
                         order by put_at desc, id desc limit :most"""))
                .param("viewer", viewer.uuid())
                .param("outward", isOutward(viewer))
                .param("at", Timestamp.from(after.putAt()))
                .param("after", after.id())
                .param("state", filter.state() == null ? null : filter.state().word())
                .param("to", filter.to() == null ? null : filter.to().word())
                .param("mine", filter.mine())
                .param("waiting", filter.waiting())
                .param("most", atMost)
                .query(StatementRows::line)
                .list();
    }

    int waiting(Viewer viewer) {
        return jdbc.sql("select count(*) from seen_statement(:viewer) s where " + WAITS)
                .param("viewer", viewer.uuid())
                .query(Integer.class)
                .single();
    }

    Optional<StatementLine> find(Viewer viewer, UUID id) {
        return jdbc.sql(LINE.formatted("s.id = :id", ""))
                .param("viewer", viewer.uuid())
                .param("outward", isOutward(viewer))
                .param("id", id)
                .query(StatementRows::line)
                .optional();
    }

    /** What was put about a theme, the newest first. */
    List<StatementLine> about(Viewer viewer, UUID theme, int atMost) {
        return jdbc.sql(LINE.formatted(
                        "t.stands_for = (select h.stands_for from theme h where h.id = :theme)",
                        "order by put_at desc, id desc limit :most"))
                .param("viewer", viewer.uuid())
                .param("outward", isOutward(viewer))
                .param("theme", theme)
                .param("most", atMost)
                .query(StatementRows::line)
                .list();
    }

    /** What was put, as it was written; for whoever wrote it. */
    String written(UUID id) {
        return jdbc.sql("select words from statement where id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }

    private static boolean isOutward(Viewer viewer) {
        return viewer.hat() == Hat.MARKETING;
    }

    private static StatementLine line(ResultSet row, int n) throws SQLException {
        String decision = row.getString("decision");
        return new StatementLine(
                uuid(row, "id"),
                Addressee.of(row.getString("audience")).orElseThrow(),
                Nameless.cut(row.getString("words"), VoiceRows.texts(row.getArray("names"))),
                row.getObject("theme_id", UUID.class),
                row.getString("theme_name"),
                row.getString("by_name"),
                row.getBoolean("mine"),
                instant(row, "put_at"),
                StatementState.of(row.getString("state")).orElseThrow(),
                row.getInt("people"),
                row.getInt("told"),
                decision == null ? null : Resolve.of(decision),
                row.getObject("by_when", LocalDate.class),
                row.getBoolean("may_answer"),
                row.getInt("version"));
    }

    static UUID uuid(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, UUID.class));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }

    static @Nullable Instant instantOrNone(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
