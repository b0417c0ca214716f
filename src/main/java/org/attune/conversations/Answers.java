package org.attune.conversations;

import java.time.Clock;
import org.attune.access.Viewer;
import org.attune.platform.RuleRefused;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which heard turn answers which question of ours. Answers are proposed as they are heard; people have the last word. */
@Component
@Transactional
public class Answers {

    private final JdbcClient jdbc;
    private final TurnRows turns;
    private final ConversationNews news;
    private final Clock clock;

    Answers(JdbcClient jdbc, TurnRows turns, ConversationNews news, Clock clock) {
        this.jdbc = jdbc;
        this.turns = turns;
        this.news = news;
        this.clock = clock;
    }

    /** Says that this was the answer, also where it was proposed already, or taken away before. */
    public void note(Viewer viewer, TurnId question, TurnId heard) {
        StoredTurn asked = pair(viewer, question, heard);
        jdbc.sql("delete from answer_refused where question_id = :question and heard_id = :heard")
                .param("question", question.value())
                .param("heard", heard.value())
                .update();
        jdbc.sql("""
                        insert into answer (question_id, heard_id, noted_by, noted_at) values (:question, :heard, :by, :at)
                        on conflict (question_id, heard_id) do nothing""")
                .param("question", question.value())
                .param("heard", heard.value())
                .param("by", viewer.uuid())
                .param("at", Rows.at(clock.instant()))
                .update();
        news.tell(new AnswerNoted(question, heard, viewer.id()));
        news.changed(asked.conversation());
    }

    /**
     * Takes an answer away, and it is not proposed again.
     *
     * @throws RuleRefused where an offer stands on it
     */
    public void remove(Viewer viewer, TurnId question, TurnId heard) {
        StoredTurn asked = pair(viewer, question, heard);
        try {
            jdbc.sql("delete from answer where question_id = :question and heard_id = :heard")
                    .param("question", question.value())
                    .param("heard", heard.value())
                    .update();
        } catch (DataIntegrityViolationException standsUnderAnOffer) {
            throw new RuleRefused("conversations.answer.is-evidence");
        }
        jdbc.sql("insert into answer_refused (question_id, heard_id) values (:question, :heard) on conflict do nothing")
                .param("question", question.value())
                .param("heard", heard.value())
                .update();
        news.tell(new AnswerTakenAway(question, heard, viewer.id()));
        news.changed(asked.conversation());
    }

    private StoredTurn pair(Viewer viewer, TurnId question, TurnId heard) {
        StoredTurn asked = turns.seen(viewer, question);
        StoredTurn answer = turns.seen(viewer, heard);
        if (asked.kind() != TurnKind.ASKED || answer.kind() != TurnKind.HEARD) {
            throw new RuleRefused("conversations.answer.heard-to-asked");
        }
        if (asked.conversation().equals(answer.conversation()) && asked.seq() > answer.seq()) {
            throw new RuleRefused("conversations.answer.comes-after");
        }
        return asked;
    }
}
