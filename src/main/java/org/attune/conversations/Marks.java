package org.attune.conversations;

import java.time.Clock;
import org.attune.access.Viewer;
import org.attune.platform.NotSeen;
import org.attune.platform.RuleRefused;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a turn is known as: their question, asked for an offer, personal, sensitive, played back, a reaction. */
@Component
@Transactional
public class Marks {

    private final JdbcClient jdbc;
    private final TurnRows turns;
    private final ConversationNews news;
    private final Clock clock;

    Marks(JdbcClient jdbc, TurnRows turns, ConversationNews news, Clock clock) {
        this.jdbc = jdbc;
        this.turns = turns;
        this.news = news;
        this.clock = clock;
    }

    /** Marks a turn; marking it twice is marking it once. */
    public void mark(Viewer viewer, TurnId id, Mark mark) {
        mark(viewer, id, mark, false);
    }

    /** Says that a mark Attune suggested is right. */
    public void confirm(Viewer viewer, TurnId id, Mark mark) {
        mark(viewer, id, mark, true);
    }

    private void mark(Viewer viewer, TurnId id, Mark mark, boolean suggested) {
        StoredTurn turn = turns.seen(viewer, id);
        if (!mark.fits(turn.kind())) {
            throw new RuleRefused(
                    mark.isOurs() ? "conversations.mark.only-on-ours" : "conversations.mark.only-on-heard");
        }
        isTheirsToSay(viewer, turn, mark);
        jdbc.sql("""
                        insert into turn_mark (turn_id, kind, turn_kind, marked_by, marked_at, suggested)
                        values (:turn, :kind, :turnKind, :by, :at, :suggested) on conflict do nothing""")
                .param("turn", id.value())
                .param("kind", Rows.word(mark))
                .param("turnKind", Rows.word(turn.kind()))
                .param("by", viewer.uuid())
                .param("at", Rows.at(clock.instant()))
                .param("suggested", suggested)
                .update();
        news.changed(turn.conversation());
    }

    /** How somebody spoke is said by whoever it was. */
    private void isTheirsToSay(Viewer viewer, StoredTurn turn, Mark mark) {
        if (mark.isOurs()
                && !jdbc.sql("select exists (select from conversation v where v.id = :id and v.owner_id = :viewer)")
                        .param("id", turn.conversation().value())
                        .param("viewer", viewer.uuid())
                        .query(Boolean.class)
                        .single()) {
            throw new NotSeen("mark on a turn of somebody else");
        }
    }

    /** @throws RuleRefused where an offer stands on it */
    public void unmark(Viewer viewer, TurnId id, Mark mark) {
        StoredTurn turn = turns.seen(viewer, id);
        isTheirsToSay(viewer, turn, mark);
        try {
            jdbc.sql("delete from turn_mark where turn_id = :turn and kind = :kind")
                    .param("turn", id.value())
                    .param("kind", Rows.word(mark))
                    .update();
        } catch (DataIntegrityViolationException standsUnderAnOffer) {
            throw new RuleRefused("conversations.mark.is-evidence");
        }
        news.changed(turn.conversation());
    }
}
