package org.attune.conversations;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.attune.access.Hat;
import org.jspecify.annotations.Nullable;

/** Reads a turn and what belongs to it, all but the links that turns have among each other. */
final class TurnReading {

    /** Ends in {@code where}; the speaker is named only where the viewer sees them. */
    static final String SELECT = """
            select t.*, erased_mark(t.erased_at, t.forgotten) as erased_as, s.given_name, s.name as speaker_name, u.name as logged_by_name,
                   f.id as follows_turn, f.conversation_id as follows_conversation, f.seq as follows_seq,
                   exists (select from evidence e where e.turn_id = t.id) as is_evidence,
                   t.hat <> (select b.hat from turn b where b.conversation_id = t.conversation_id and b.seq < t.seq
                              order by b.seq desc limit 1) as other_hat,
                   (t.logged_by = :viewer or v.owner_id = :viewer) and t.logged_at >= :dayAgo as in_time,
                   array(select m.kind from turn_mark m where m.turn_id = t.id) as marks,
                   h.id as thread_id, h.turn_id as thread_turn, h.note, h.opened_at, h.picked_up_by_turn, h.let_go_at, h.let_go_why,
                   array(select e.id from theme e
                          where e.id in (select g.stands_for from turn_theme m join theme g on g.id = m.theme_id where m.turn_id = t.id)
                          order by folded(e.name), e.id) as theme_ids,
                   array(select e.name from theme e
                          where e.id in (select g.stands_for from turn_theme m join theme g on g.id = m.theme_id where m.turn_id = t.id)
                          order by folded(e.name), e.id) as theme_names,
                   array(select c.words from turn_correction c where c.turn_id = t.id
                          order by c.corrected_at, c.id) as corrections,
                   array(select c.corrected_at from turn_correction c where c.turn_id = t.id
                          order by c.corrected_at, c.id) as corrected_at,
                   array(select b.name from turn_correction c join app_user b on b.id = c.corrected_by
                          where c.turn_id = t.id order by c.corrected_at, c.id) as corrected_by
              from seen_turn(:viewer) t
              join conversation v on v.id = t.conversation_id
              join app_user u on u.id = t.logged_by
              left join seen_contact(:viewer) s on s.id = t.speaker_id
              left join seen_turn(:viewer) f on f.id = t.follows_id
              left join open_thread h on h.turn_id = t.id
             where
            """;

    private TurnReading() {}

    static TurnView turn(ResultSet row, int n) throws SQLException {
        boolean evidence = row.getBoolean("is_evidence");
        String erasedAs = row.getString("erased_as");
        return new TurnView(
                Rows.turn(row, "id"),
                Rows.conversation(row, "conversation_id"),
                row.getInt("seq"),
                Rows.named(TurnKind.class, row, "kind"),
                Rows.maybeContact(row, "speaker_id"),
                called(row),
                Rows.named(Hat.class, row, "hat"),
                row.getBoolean("other_hat"),
                row.getString("words"),
                Rows.maybeNamed(Exactness.class, row, "exactness"),
                row.getString("understanding"),
                Rows.instant(row, "said_at"),
                Rows.instant(row, "logged_at"),
                Rows.user(row, "logged_by"),
                row.getString("logged_by_name"),
                row.getInt("word_count"),
                erasedAs,
                evidence,
                row.getBoolean("in_time") && !evidence && erasedAs == null,
                row.getInt("version"),
                follows(row),
                marks(row),
                List.of(),
                List.of(),
                row.getString("thread_id") == null ? null : Threads.thread(row, "thread_id", "thread_turn"),
                themes(row),
                corrections(row),
                List.of());
    }

    /** Their given name, where there is one; none where the viewer does not see them. */
    static @Nullable String called(ResultSet row) throws SQLException {
        String given = row.getString("given_name");
        return given == null || given.isBlank() ? row.getString("speaker_name") : given;
    }

    private static @Nullable TurnRef follows(ResultSet row) throws SQLException {
        TurnId id = Rows.maybeTurn(row, "follows_turn");
        return id == null
                ? null
                : new TurnRef(id, Rows.conversation(row, "follows_conversation"), row.getInt("follows_seq"));
    }

    private static Set<Mark> marks(ResultSet row) throws SQLException {
        return Arrays.stream((String[]) array(row, "marks"))
                .map(mark -> Rows.named(Mark.class, mark))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static List<ThemeView> themes(ResultSet row) throws SQLException {
        UUID[] ids = (UUID[]) array(row, "theme_ids");
        String[] names = (String[]) array(row, "theme_names");
        return IntStream.range(0, ids.length)
                .mapToObj(at -> new ThemeView(ids[at], names[at]))
                .toList();
    }

    private static List<CorrectionView> corrections(ResultSet row) throws SQLException {
        String[] words = (String[]) array(row, "corrections");
        Timestamp[] at = (Timestamp[]) array(row, "corrected_at");
        String[] by = (String[]) array(row, "corrected_by");
        return IntStream.range(0, words.length)
                .mapToObj(n -> new CorrectionView(words[n], by[n], at[n].toInstant()))
                .toList();
    }

    private static Object array(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return array.getArray();
    }
}
