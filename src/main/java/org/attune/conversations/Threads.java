package org.attune.conversations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.attune.access.Viewer;
import org.attune.people.ContactId;
import org.attune.platform.NotSeen;
import org.attune.platform.RuleRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Open threads: something heard that is worth following up, until a later question or response picks it up, or it is let
 * go.
 */
@Component
@Transactional
public class Threads {

    private final JdbcClient jdbc;
    private final TurnRows turns;
    private final ConversationNews news;
    private final Clock clock;

    Threads(JdbcClient jdbc, TurnRows turns, ConversationNews news, Clock clock) {
        this.jdbc = jdbc;
        this.turns = turns;
        this.news = news;
        this.clock = clock;
    }

    /** Opens a thread at a heard turn; where there is one already, it stays as it is. */
    public void open(Viewer viewer, UUID id, TurnId turn, @Nullable String note) {
        StoredTurn heard = turns.seen(viewer, turn);
        if (!heard.kind().isTheirs()) {
            throw new RuleRefused("conversations.thread.only-from-heard");
        }
        jdbc.sql("""
                        insert into open_thread (id, turn_id, note, opened_by, opened_at)
                        values (:id, :turn, :note, :by, :at) on conflict do nothing""")
                .param("id", id)
                .param("turn", turn.value())
                .param("note", Words.optional(note, 500, "note"))
                .param("by", viewer.uuid())
                .param("at", Rows.at(clock.instant()))
                .update();
        news.changed(heard.conversation());
    }

    /** Takes back the opening of a thread that nothing has picked up. */
    public void remove(Viewer viewer, TurnId turn) {
        StoredTurn heard = turns.seen(viewer, turn);
        jdbc.sql("delete from open_thread where turn_id = :turn and picked_up_by_turn is null")
                .param("turn", turn.value())
                .update();
        news.changed(heard.conversation());
    }

    public void letGo(Viewer viewer, TurnId turn, @Nullable String why) {
        StoredTurn heard = turns.seen(viewer, turn);
        int found = jdbc.sql("""
                        update open_thread set let_go_at = coalesce(let_go_at, :at), let_go_by = coalesce(let_go_by, :by),
                               let_go_why = coalesce(:why, let_go_why)
                         where turn_id = :turn and picked_up_by_turn is null""")
                .param("turn", turn.value())
                .param("at", Rows.at(clock.instant()))
                .param("by", viewer.uuid())
                .param("why", Words.optional(why, 500, "why"))
                .update();
        found(found, turn);
        news.changed(heard.conversation());
    }

    /** Says by hand which turn of ours picked it up; a thread that was let go is thereby taken up again. */
    public void pickUp(Viewer viewer, TurnId turn, TurnId by) {
        StoredTurn heard = turns.seen(viewer, turn);
        if (turns.seen(viewer, by).kind().isTheirs()) {
            throw new RuleRefused("conversations.thread.only-we-pick-up");
        }
        int found = jdbc.sql("""
                        update open_thread
                           set picked_up_by_turn = :by, let_go_at = null, let_go_by = null, let_go_why = null
                         where turn_id = :turn""")
                .param("turn", turn.value())
                .param("by", by.value())
                .update();
        found(found, turn);
        news.changed(heard.conversation());
    }

    /** The open threads of what a contact said, latest first. */
    @Transactional(readOnly = true)
    public List<OpenThread> of(Viewer viewer, ContactId contact, int atMost) {
        return of(viewer, List.of(contact), atMost);
    }

    @Transactional(readOnly = true)
    List<OpenThread> of(Viewer viewer, List<ContactId> contacts, int atMost) {
        return jdbc.sql("""
                        select h.*, c.id as speaker, c.given_name, c.name
                          from seen_contact(:viewer) c
                         cross join lateral (
                           select o.*, t.conversation_id, t.seq, t.words, t.exactness, t.said_at
                             from said_mark m
                             join open_thread o on o.turn_id = m.turn_id and o.picked_up_by_turn is null and o.let_go_at is null
                            cross join lateral (select * from said_by(:viewer, m.speaker_id) t where t.id = m.turn_id offset 0) t
                            where m.speaker_id = c.id and m.kind = 'thread'
                            order by m.said_at desc, t.seq desc limit :most) h
                         where c.id in (:contacts)
                         order by h.said_at desc, h.seq desc limit :most""")
                .param("viewer", viewer.uuid())
                .param("contacts", Rows.contacts(contacts))
                .param("most", atMost)
                .query((row, n) -> new OpenThread(thread(row, "id", "turn_id"), Heard.read(row)))
                .list();
    }

    private static void found(int rows, TurnId turn) {
        if (rows == 0) {
            throw new NotSeen("open thread of turn " + turn.value());
        }
    }

    /** @param id the column its id is in, and {@code turn} the one of what it was opened at */
    static ThreadView thread(ResultSet row, String id, String turn) throws SQLException {
        return new ThreadView(
                Rows.id(row, id),
                Rows.turn(row, turn),
                row.getString("note"),
                Rows.instant(row, "opened_at"),
                Rows.maybeTurn(row, "picked_up_by_turn"),
                Rows.maybeInstant(row, "let_go_at"),
                row.getString("let_go_why"));
    }
}
