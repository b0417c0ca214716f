package org.attune.voice;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.attune.access.Viewer;
import org.attune.conversations.ConversationId;
import org.attune.conversations.ConversationScene;
import org.attune.conversations.TurnId;
import org.attune.conversations.Visibility;
import org.attune.people.ContactId;
import org.attune.platform.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Puts statements to those who decide, who may be the one who puts them. */
@Component
public class StatementScene {

    private final ConversationScene talks;
    private final Statements statements;
    private final Tellings tellings;
    private final JdbcClient jdbc;

    StatementScene(ConversationScene talks, Statements statements, Tellings tellings, JdbcClient jdbc) {
        this.talks = talks;
        this.statements = statements;
        this.tellings = tellings;
        this.jdbc = jdbc;
    }

    public void answersFor(Addressee audience, Viewer who) {
        jdbc.sql("""
                        insert into statement_answerer (audience, user_id, named_by) values (?, ?, ?) on conflict do nothing""").params(audience.word(), who.uuid(), who.uuid()).update();
    }

    /** To product, on one thing somebody said to everybody. */
    public UUID put(Viewer by, ContactId speaker) {
        answersFor(Addressee.PRODUCT, by);
        ConversationId talk = talks.begun(by, Visibility.ALL, speaker);
        TurnId said = talks.heard(by, talk, speaker, "Half of it is typed twice.");
        UUID id = Ids.next();
        statements.put(by, new PutStatement(id, Addressee.PRODUCT, "It is typed twice", null, Set.of(said)));
        return id;
    }

    public UUID put(Viewer by, Addressee to, String words, TurnId said) {
        UUID id = Ids.next();
        statements.put(by, new PutStatement(id, to, words, null, Set.of(said)));
        return id;
    }

    /** The newest first. */
    public List<UUID> answers(Viewer by, UUID statement) {
        return statements.find(by, statement).answers().stream()
                .map(AnswerView::id)
                .toList();
    }

    public UUID answered(Viewer by, UUID statement) {
        UUID id = Ids.next();
        int before = statements.find(by, statement).answers().size();
        statements.answer(
                by,
                new AnswerStatement(
                        id,
                        statement,
                        before,
                        Resolve.WILL,
                        "It saves hours",
                        LocalDate.now().plusDays(30)));
        return id;
    }

    public UUID told(Viewer by, UUID statement, UUID answer, ContactId whom) {
        ConversationId talk = talks.begun(by, whom);
        UUID id = Ids.next();
        tellings.tell(by, new TellAnswer(id, statement, answer, whom, "conversation:" + talk.value()));
        return id;
    }
}
