package org.attune.conversations;

import java.time.Clock;
import org.attune.access.Viewer;
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
        StoredTurn turn = turns.seen(viewer, id);
        if (!mark.fits(turn.kind())) {
            throw new RuleRefused("conversations.mark.only-on-heard");
        }
        jdbc.sql("""
                        insert into turn_mark (turn_id, kind, turn_kind, marked_by, marked_at)
                        values (:turn, :kind, :turnKind, :by, :at) on conflict do nothing""")
                .param("turn", id.value())
                .param("kind", Rows.word(mark))
                .param("turnKind", Rows.word(turn.kind()))
                .param("by", viewer.uuid())
                .param("at", Rows.at(clock.instant()))
                .update();
        news.changed(turn.conversation());
    }

    /** @throws RuleRefused where an offer stands on it */
    public void unmark(Viewer viewer, TurnId id, Mark mark) {
        StoredTurn turn = turns.seen(viewer, id);
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
