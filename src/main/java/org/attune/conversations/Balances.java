package org.attune.conversations;

import org.attune.access.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The balance of a conversation, from the turns the viewer may read. */
@Component
@Transactional(readOnly = true)
public class Balances {

    private final JdbcClient jdbc;

    Balances(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The conversation is handed in as a query, so that its plan is kept: one for a conversation shorter than most looks cheaper each time.
     *
     * @param complete whether the log is, see {@link ConversationView#complete()}
     */
    public Balance of(Viewer viewer, ConversationId conversation, boolean complete) {
        return Balance.of(
                jdbc.sql("""
                                select t.seq, t.kind, t.word_count, t.follows_id is not null as follows_up,
                                       t.kind = 'asked' and exists (select from answer a where a.question_id = t.id) as answered,
                                       exists (select from turn_mark m where m.turn_id = t.id and m.kind = 'their_question')
                                         as their_question,
                                       exists (select from reply r where r.heard_id = t.id) as responded
                                  from seen_turn(:viewer) t where t.conversation_id = (select cast(:conversation as uuid)) order by t.seq""")
                        .param("viewer", viewer.uuid())
                        .param("conversation", conversation.value())
                        .query((row, n) -> new Balance.Spoken(
                                row.getInt("seq"),
                                Rows.named(TurnKind.class, row, "kind"),
                                row.getInt("word_count"),
                                row.getBoolean("answered"),
                                row.getBoolean("follows_up"),
                                row.getBoolean("their_question"),
                                row.getBoolean("responded")))
                        .list(),
                complete);
    }
}
