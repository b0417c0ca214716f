package org.attune.voice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.attune.access.Viewer;
import org.attune.people.ContactId;
import org.attune.voice.VoiceRows.Who;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what a statement rests on and what became of it. Words only where they may be read; names in them and beside them as in the rest of the voice. */
@Component
class StatementReading {

    private static final int MOST = 60;

    private static final String SAID = """
            select w.seen as read_there,""" + VoiceRows.COLUMNS + """
              from statement_words(:viewer) w join turn t on t.id = w.turn_id
            """ + VoiceRows.WHO + "where ";

    private final JdbcClient jdbc;

    StatementReading(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<SaidBehind> said(Viewer viewer, UUID statement) {
        return jdbc.sql(SAID + """
                        t.id in (select turn_id from statement_turn where statement_id = :statement)
                        order by t.said_at desc, t.id limit :most""")
                .param("viewer", viewer.uuid())
                .param("statement", statement)
                .param("most", MOST)
                .query((row, n) -> said(row, viewer))
                .list();
    }

    int turns(UUID statement) {
        return jdbc.sql("select count(*) from statement_turn where statement_id = :id")
                .param("id", statement)
                .query(Integer.class)
                .single();
    }

    /** What could be put about a theme. */
    List<SaidBehind> ofTheme(Viewer viewer, UUID theme, int atMost) {
        return jdbc.sql(SAID + """
                        t.id in (select m.turn_id from turn_theme m join theme h on h.id = m.theme_id
                                  where h.stands_for = (select o.stands_for from theme o where o.id = :theme))
                        order by t.said_at desc, t.id limit :most""")
                .param("viewer", viewer.uuid())
                .param("theme", theme)
                .param("most", atMost)
                .query((row, n) -> said(row, viewer))
                .list();
    }

    List<SaidBehind> these(Viewer viewer, List<UUID> turns) {
        return turns.isEmpty()
                ? List.of()
                : jdbc.sql(SAID + "t.id in (:turns) order by t.said_at desc, t.id")
                        .param("viewer", viewer.uuid())
                        .param("turns", turns)
                        .query((row, n) -> said(row, viewer))
                        .list();
    }

    private static SaidBehind said(ResultSet row, Viewer viewer) throws SQLException {
        Who who = Who.of(row, viewer);
        return new SaidBehind(
                StatementRows.uuid(row, "id"),
                who.said(row.getString("words")),
                row.getString("exactness"),
                StatementRows.instant(row, "said_at"),
                who.name(),
                who.role(),
                who.isKnown() && row.getBoolean("read_there")
                        ? "/conversations/" + row.getString("conversation_id") + "#t" + row.getInt("seq")
                        : null);
    }

    List<AnswerView> answers(UUID statement) {
        return jdbc.sql("""
                        select a.*, u.name from statement_answer a join app_user u on u.id = a.answered_by
                         where a.statement_id = :id order by a.number desc""")
                .param("id", statement)
                .query((row, n) -> new AnswerView(
                        StatementRows.uuid(row, "id"),
                        Resolve.of(row.getString("decision")),
                        row.getString("why"),
                        row.getObject("by_when", LocalDate.class),
                        row.getString("name"),
                        StatementRows.instant(row, "answered_at")))
                .list();
    }

    List<ListenerView> listeners(Viewer viewer, UUID statement) {
        return jdbc.sql("""
                        select p.*, c.name, c.given_name, l.told_at, u.name as told_by, l.told_by = :viewer as mine,
                               case when l.touch_id is not null then '/touches/' || l.touch_id
                                    when v.id is not null then '/conversations/' || v.id || coalesce('#t' || t.seq, '') end as href
                          from statement_person p join seen_contact(:viewer) c on c.id = p.contact_id
                          left join statement_telling l on l.id = p.telling_id left join app_user u on u.id = l.told_by
                          left join seen_conversation(:viewer) v on v.id = l.conversation_id
                          left join turn t on t.id = l.turn_id
                         where p.statement_id = :id order by p.told, c.sort_name, c.id limit :most""")
                .param("viewer", viewer.uuid())
                .param("id", statement)
                .param("most", MOST)
                .query(StatementReading::listener)
                .list();
    }

    private static ListenerView listener(ResultSet row, int n) throws SQLException {
        return new ListenerView(
                new ContactId(StatementRows.uuid(row, "contact_id")),
                row.getString("name"),
                row.getString("given_name"),
                row.getBoolean("told"),
                row.getObject("telling_id", UUID.class),
                row.getString("told_by"),
                StatementRows.instantOrNone(row, "told_at"),
                row.getString("href"),
                row.getObject("promise_id", UUID.class),
                row.getObject("due", LocalDate.class),
                "kept".equals(row.getString("promise_state")),
                row.getBoolean("mine"));
    }
}
