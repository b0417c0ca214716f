package org.attune.conversations;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a turn refers to: the heard turns a response names, the thread a question picks up, its marks, its questions. */
@Component
class TurnLinks {

    private final JdbcClient jdbc;

    TurnLinks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Writes what a new turn brings along; the number of statements does not depend on how much that is. */
    void link(NewTurn turn, LogTurn log) {
        if (!log.answers().isEmpty()) {
            reply(turn.id(), log.answers());
            pickUp(turn.id(), log.answers());
        }
        if (log.follows() != null) {
            pickUp(turn.id(), Set.of(log.follows()));
        }
        if (!log.marks().isEmpty()) {
            mark(turn, log.marks());
        }
    }

    private void reply(TurnId response, Set<TurnId> heard) {
        jdbc.sql("""
                        insert into reply (response_id, heard_id)
                        select :response, t.id from turn t where t.id in (:heard)""")
                .param("response", response.value())
                .param("heard", Rows.turns(heard))
                .update();
    }

    /** A later question that follows, or a response that names it, picks an open thread up. */
    private void pickUp(TurnId by, Set<TurnId> heard) {
        jdbc.sql("""
                        update open_thread set picked_up_by_turn = :by
                         where turn_id in (:heard) and picked_up_by_turn is null and let_go_at is null""").param("by", by.value()).param("heard", Rows.turns(heard)).update();
    }

    private void mark(NewTurn turn, Set<Mark> marks) {
        jdbc.sql("""
                        insert into turn_mark (turn_id, kind, turn_kind, marked_by, marked_at)
                        select :turn, m.kind, :turnKind, :by, :at from unnest(string_to_array(:marks, ',')) m (kind)""")
                .param("turn", turn.id().value())
                .param("turnKind", Rows.word(turn.kind()))
                .param("by", turn.loggedBy().value())
                .param("at", Rows.at(turn.loggedAt()))
                .param("marks", String.join(",", marks.stream().map(Rows::word).toList()))
                .update();
    }

    /** Takes a heard turn as the answer to our last questions; a question of theirs answers nothing. */
    Set<TurnId> propose(ConversationId conversation, LogTurn heard, int seq) {
        if (heard.marks().contains(Mark.THEIR_QUESTION)) {
            return Set.of();
        }
        List<TurnId> questions = ProposedAnswers.questions(before(conversation, heard.id(), seq));
        if (!questions.isEmpty()) {
            jdbc.sql("""
                            insert into answer (question_id, heard_id)
                            select q.id, :heard from turn q where q.id in (:questions) on conflict do nothing""")
                    .param("heard", heard.id().value())
                    .param("questions", Rows.turns(questions))
                    .update();
        }
        return Set.copyOf(questions);
    }

    private List<ProposedAnswers.Earlier> before(ConversationId conversation, TurnId heard, int seq) {
        return jdbc.sql("""
                        select t.id, t.kind,
                               exists (select from answer a where a.question_id = t.id)
                               or exists (select from answer_refused r where r.question_id = t.id and r.heard_id = :heard) as answered
                          from turn t
                         where t.conversation_id = :conversation and t.seq < :seq and t.seq >= :from
                         order by t.seq desc""")
                .param("conversation", conversation.value())
                .param("heard", heard.value())
                .param("seq", seq)
                .param("from", seq - ProposedAnswers.LOOK_BACK)
                .query((row, n) -> new ProposedAnswers.Earlier(
                        Rows.turn(row, "id"), Rows.named(TurnKind.class, row, "kind"), row.getBoolean("answered")))
                .list();
    }

    Set<TurnId> questionsOf(TurnId heard) {
        return new HashSet<>(jdbc.sql("select question_id from answer where heard_id = :heard")
                .param("heard", heard.value())
                .query((row, n) -> Rows.turn(row, "question_id"))
                .list());
    }
}
