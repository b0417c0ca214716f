package org.attune.conversations;

import java.time.Instant;
import org.attune.access.Hat;
import org.attune.people.ContactId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** What hangs on the facts about a conversation: the times and hats of its turns, and who was in it. */
@Component
class FactRows {

    private static final String SAID_THEN = " t.conversation_id = :conversation and t.said_at between :first and :last";

    private final JdbcClient jdbc;

    FactRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** So that nothing becomes evidence between being asked about and being moved. */
    void lockTurns(ConversationId id) {
        jdbc.sql("select t.id from turn t where t.conversation_id = :id order by t.seq for update")
                .param("id", id.value())
                .query((row, n) -> Rows.turn(row, "id"))
                .list();
    }

    boolean isEvidence(ConversationId id) {
        return jdbc.sql("""
                        select exists (select from evidence e join turn t on t.id = e.turn_id where t.conversation_id = :id)""").param("id", id.value()).query(Boolean.class).single();
    }

    boolean isUnder(ConversationId id, Hat hat) {
        return jdbc.sql("select not exists (select from turn t where t.conversation_id = :id and t.hat <> :hat)")
                .param("id", id.value())
                .param("hat", Rows.word(hat))
                .query(Boolean.class)
                .single();
    }

    void wear(ConversationId id, Hat hat) {
        jdbc.sql("update turn set hat = :hat where conversation_id = :id")
                .param("hat", Rows.word(hat))
                .param("id", id.value())
                .update();
    }

    /** How many turns go along. */
    int saidThen(Moved moved) {
        return then("select count(*) from turn t where" + SAID_THEN, moved)
                .query(Integer.class)
                .single();
    }

    void move(Moved moved, Instant now) {
        then("""
                        update turn t set said_at = least(t.said_at + make_interval(secs => :seconds), :now) where""" + SAID_THEN, moved)
                .param("seconds", moved.seconds())
                .param("now", Rows.at(now))
                .update();
        jdbc.sql("""
                        update conversation v
                           set last_heard_at = (select max(t.said_at) from turn t
                                                 where t.conversation_id = v.id and t.kind = 'heard')
                         where v.id = :id""").param("id", moved.conversation().value()).update();
    }

    private StatementSpec then(String sql, Moved moved) {
        return jdbc.sql(sql)
                .param("conversation", moved.conversation().value())
                .param("first", Rows.at(moved.firstGoingAlong()))
                .param("last", Rows.at(moved.lastGoingAlong()));
    }

    /** For when it is planned, which nothing else changes. */
    void plan(Conversation conversation) {
        jdbc.sql("""
                        update conversation
                           set planned_for = :plannedFor, planned_minutes = :plannedMinutes, asked_for = :askedFor
                         where id = :id and state = 'planned'""")
                .param("plannedFor", Rows.maybeAt(conversation.plannedFor))
                .param("plannedMinutes", conversation.plannedMinutes)
                .param("askedFor", conversation.askedFor)
                .param("id", conversation.id.value())
                .update();
    }

    /** Whether they were heard in it, or are to be, in what was jotted. */
    boolean tookPart(ConversationId id, ContactId contact) {
        return jdbc.sql("""
                        select exists (select from turn t where t.conversation_id = :id and t.speaker_id = :contact)
                               or exists (select from proposed_turn p where p.conversation_id = :id
                                             and p.speaker_id = :contact and p.state <> 'left_out')""")
                .param("id", id.value())
                .param("contact", contact.value())
                .query(Boolean.class)
                .single();
    }

    /** @param other begins it in their place, where it was begun with them */
    void leave(ConversationId id, ContactId contact, ContactId other) {
        jdbc.sql("update conversation set lead_id = :other where id = :id and lead_id = :contact")
                .param("other", other.value())
                .param("id", id.value())
                .param("contact", contact.value())
                .update();
        jdbc.sql("delete from participant where conversation_id = :id and contact_id = :contact")
                .param("id", id.value())
                .param("contact", contact.value())
                .update();
    }
}
