package org.attune.conversations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.attune.access.Viewer;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Attaches to turns what belongs to them: marks, links to other turns, threads, themes, corrections. */
@Component
class TurnAttachments {

    private final JdbcClient jdbc;

    TurnAttachments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param rows turns the viewer may read */
    List<TurnView> to(Viewer viewer, List<TurnRow> rows) {
        List<UUID> ids = rows.stream().map(row -> row.id().value()).toList();
        Attached attached = new Attached();
        marks(ids, attached);
        links(viewer, ids, attached);
        threads(ids, attached);
        themes(ids, attached);
        corrections(ids, attached);
        return rows.stream().map(attached::to).toList();
    }

    private void marks(List<UUID> ids, Attached attached) {
        each("select turn_id, kind from turn_mark where turn_id in (:ids)", ids, row -> attached.marks
                .computeIfAbsent(Rows.turn(row, "turn_id"), id -> new HashSet<>())
                .add(Rows.named(Mark.class, row, "kind")));
    }

    /** Both directions at once; turns the viewer may not read are not linked to. */
    private void links(Viewer viewer, List<UUID> ids, Attached attached) {
        jdbc.sql("""
                        with link (from_id, to_id, back) as (
                          select heard_id, question_id, false from answer where heard_id in (:ids)
                          union all select question_id, heard_id, true from answer where question_id in (:ids)
                          union all select response_id, heard_id, false from reply where response_id in (:ids)
                          union all select heard_id, response_id, true from reply where heard_id in (:ids))
                        select l.from_id, l.back, t.id, t.conversation_id, t.seq
                          from link l join seen_turn(:viewer) t on t.id = l.to_id order by t.said_at, t.seq""").param("viewer", viewer.uuid()).param("ids", ids).query((ResultSet row) -> {
            Map<TurnId, List<TurnRef>> side = row.getBoolean("back") ? attached.answeredBy : attached.answers;
            side.computeIfAbsent(Rows.turn(row, "from_id"), id -> new ArrayList<>())
                    .add(ref(row));
        });
    }

    private static TurnRef ref(ResultSet row) throws SQLException {
        return new TurnRef(Rows.turn(row, "id"), Rows.conversation(row, "conversation_id"), row.getInt("seq"));
    }

    private void threads(List<UUID> ids, Attached attached) {
        each(
                "select * from open_thread where turn_id in (:ids)",
                ids,
                row -> attached.threads.put(Rows.turn(row, "turn_id"), Threads.thread(row)));
    }

    private void themes(List<UUID> ids, Attached attached) {
        each("""
                select m.turn_id, h.id, h.name from turn_theme m join theme h on h.id = m.theme_id
                 where m.turn_id in (:ids) order by lower(h.name)""", ids, row -> attached.themes
                .computeIfAbsent(Rows.turn(row, "turn_id"), id -> new ArrayList<>())
                .add(new ThemeView(Rows.id(row, "id"), row.getString("name"))));
    }

    private void corrections(List<UUID> ids, Attached attached) {
        each("""
                select c.turn_id, c.words, c.corrected_at, u.name
                  from turn_correction c join app_user u on u.id = c.corrected_by
                 where c.turn_id in (:ids) order by c.corrected_at""", ids, row -> attached.corrections
                .computeIfAbsent(Rows.turn(row, "turn_id"), id -> new ArrayList<>())
                .add(new CorrectionView(
                        row.getString("words"), row.getString("name"), Rows.instant(row, "corrected_at"))));
    }

    private void each(String sql, List<UUID> ids, RowCallbackHandler row) {
        jdbc.sql(sql).param("ids", ids).query(row);
    }

    /** What was found, by turn. */
    private static final class Attached {

        final Map<TurnId, Set<Mark>> marks = new HashMap<>();
        final Map<TurnId, List<TurnRef>> answers = new HashMap<>();
        final Map<TurnId, List<TurnRef>> answeredBy = new HashMap<>();
        final Map<TurnId, ThreadView> threads = new HashMap<>();
        final Map<TurnId, List<ThemeView>> themes = new HashMap<>();
        final Map<TurnId, List<CorrectionView>> corrections = new HashMap<>();

        TurnView to(TurnRow turn) {
            TurnId id = turn.id();
            return new TurnView(
                    id,
                    turn.conversation(),
                    turn.seq(),
                    turn.kind(),
                    turn.speaker(),
                    turn.speakerName(),
                    turn.hat(),
                    turn.words(),
                    turn.exactness(),
                    turn.understanding(),
                    turn.saidAt(),
                    turn.loggedAt(),
                    turn.loggedBy(),
                    turn.loggedByName(),
                    turn.wordCount(),
                    turn.erasedAt(),
                    turn.evidence(),
                    turn.editable(),
                    turn.version(),
                    turn.follows(),
                    marks.getOrDefault(id, Set.of()),
                    answers.getOrDefault(id, List.of()),
                    answeredBy.getOrDefault(id, List.of()),
                    threads.get(id),
                    themes.getOrDefault(id, List.of()),
                    corrections.getOrDefault(id, List.of()));
        }
    }
}
