package org.attune.conversations;

import java.time.Instant;
import org.attune.access.Viewer;
import org.attune.platform.RuleRefused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Turns that were withdrawn. The row really goes: a flag would race with somebody who makes the turn evidence at the same
 * moment, a deleted row cannot. The database refuses while anything outside this module refers to it.
 */
@Component
class WithdrawnTurns {

    private final JdbcClient jdbc;
    private final ConversationNews news;

    WithdrawnTurns(JdbcClient jdbc, ConversationNews news) {
        this.jdbc = jdbc;
        this.news = news;
    }

    boolean contains(Viewer viewer, TurnId id) {
        return jdbc.sql("""
                        select exists (select from withdrawn_turn w join seen_conversation(:viewer) v on v.id = w.conversation_id
                                        where w.id = :id)""")
                .param("viewer", viewer.uuid())
                .param("id", id.value())
                .query(Boolean.class)
                .single();
    }

    void noResponseIsLeftAnsweringNothing(TurnId id) {
        boolean left =
                jdbc.sql("""
                        select exists (select from reply r where r.heard_id = :id and not exists (
                          select from reply other where other.response_id = r.response_id and other.heard_id <> :id))""").param("id", id.value()).query(Boolean.class).single();
        if (left) {
            throw new RuleRefused("conversations.turn.is-answered");
        }
    }

    void add(Viewer viewer, StoredTurn turn, Instant now) {
        keepContent(viewer, turn, now);
        takeAnswersAway(viewer, turn);
        for (String links : new String[] {
            "delete from turn_mark where turn_id = :id",
            "delete from reply where response_id = :id or heard_id = :id",
            "delete from open_thread where turn_id = :id",
            "update open_thread set picked_up_by_turn = null where picked_up_by_turn = :id",
            "update turn set follows_id = null where follows_id = :id",
            "update proposed_turn set state = 'left_out' where turn_id = :id",
            "delete from turn where id = :id"
        }) {
            jdbc.sql(links).param("id", turn.id().value()).update();
        }
        uncount(turn);
    }

    /** While both turns are still there: whoever hears of it looks at them. */
    private void takeAnswersAway(Viewer viewer, StoredTurn turn) {
        jdbc.sql("delete from answer where question_id = :id or heard_id = :id returning question_id, heard_id")
                .param("id", turn.id().value())
                .query((row, n) ->
                        new AnswerTakenAway(Rows.turn(row, "question_id"), Rows.turn(row, "heard_id"), viewer.id()))
                .list()
                .forEach(news::tell);
    }

    private void keepContent(Viewer viewer, StoredTurn turn, Instant now) {
        jdbc.sql("""
                        insert into withdrawn_turn (id, conversation_id, seq, content, withdrawn_by, withdrawn_at)
                        select t.id, t.conversation_id, t.seq,
                               jsonb_build_object('kind', t.kind, 'speaker', t.speaker_id, 'hat', t.hat, 'words', t.words,
                                 'exactness', t.exactness, 'understanding', t.understanding, 'said_at', t.said_at,
                                 'logged_at', t.logged_at, 'logged_by', t.logged_by, 'follows', t.follows_id, 'question', t.bank_question,
                                 'marks', array(select m.kind from turn_mark m where m.turn_id = t.id),
                                 'questions', array(select a.question_id from answer a where a.heard_id = t.id),
                                 'answers', array(select a.heard_id from answer a where a.question_id = t.id),
                                 'names', array(select r.heard_id from reply r where r.response_id = t.id)),
                               :by, :at
                          from turn t where t.id = :id""")
                .param("by", viewer.uuid())
                .param("at", Rows.at(now))
                .param("id", turn.id().value())
                .update();
    }

    private void uncount(StoredTurn turn) {
        boolean heard = turn.kind().isTheirs();
        jdbc.sql("""
                        update conversation
                           set heard_turns = heard_turns - :heard, our_turns = our_turns - 1 + :heard,
                               their_words = their_words - :theirWords, our_words = our_words - :ourWords,
                               last_heard_at = (select max(t.said_at) from turn t
                                                 where t.conversation_id = :id and t.kind = 'heard')
                         where id = :id""")
                .param("heard", heard ? 1 : 0)
                .param("theirWords", heard ? turn.wordCount() : 0)
                .param("ourWords", heard ? 0 : turn.wordCount())
                .param("id", turn.conversation().value())
                .update();
    }
}
