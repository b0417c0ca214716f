package org.attune.conversations;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.attune.access.Hat;
import org.attune.access.Viewer;
import org.attune.people.ContactId;
import org.attune.platform.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes people to speak with and conversations with them, each with ids of their own. */
@Component
public class ConversationScene {

    private final JdbcClient jdbc;
    private final Conversations conversations;
    private final Turns turns;

    ConversationScene(JdbcClient jdbc, Conversations conversations, Turns turns) {
        this.jdbc = jdbc;
        this.conversations = conversations;
        this.turns = turns;
    }

    public ContactId contactOf(Viewer owner, String givenName, String familyName) {
        ContactId id = new ContactId(Ids.next());
        jdbc.sql("""
                        insert into contact (id, given_name, family_name, owner_id, team_id, created_by)
                        select :id, :given, :family, u.id, u.team_id, u.id from app_user u where u.id = :owner""")
                .param("id", id.value())
                .param("given", givenName)
                .param("family", familyName)
                .param("owner", owner.uuid())
                .update();
        return id;
    }

    public ContactId contactOf(Viewer owner) {
        return contactOf(owner, "Helen", "Brandt");
    }

    /** Sees the contact like a teammate does who works with it. */
    public void companion(ContactId contact, Viewer companion) {
        jdbc.sql("insert into companion (contact_id, user_id, added_by) values (:contact, :user, :user)")
                .param("contact", contact.value())
                .param("user", companion.uuid())
                .update();
    }

    public ConversationId begun(Viewer by, ContactId... with) {
        return begun(by, Visibility.TEAM, with);
    }

    public ConversationId begun(Viewer by, Visibility visibility, ContactId... with) {
        return conversations.begin(by, begin(visibility, Instant.now(), with));
    }

    public ConversationId begunUnder(Hat hat, Viewer by, ContactId... with) {
        return conversations.begin(by, begin(hat, Visibility.TEAM, Instant.now(), with));
    }

    public BeginConversation begin(Visibility visibility, Instant happenedAt, ContactId... with) {
        return begin(Hat.SALES, visibility, happenedAt, with);
    }

    private static BeginConversation begin(Hat hat, Visibility visibility, Instant happenedAt, ContactId... with) {
        return new BeginConversation(
                new ConversationId(Ids.next()),
                List.of(with),
                hat,
                Channel.CALL,
                StartedBy.THEY,
                happenedAt.truncatedTo(ChronoUnit.SECONDS),
                null,
                visibility);
    }

    public TurnId heard(Viewer by, ConversationId in, ContactId speaker, String words, Mark... marks) {
        TurnId id = new TurnId(Ids.next());
        turns.log(
                by,
                LogTurn.heard(id, in, speaker, Exactness.WORD_FOR_WORD, words).marked(marks));
        return id;
    }

    public TurnId asked(Viewer by, ConversationId in, String words, @Nullable TurnId follows) {
        TurnId id = new TurnId(Ids.next());
        turns.log(by, LogTurn.asked(id, in, words, follows));
        return id;
    }

    public TurnId asked(Viewer by, ConversationId in, String words) {
        return asked(by, in, words, null);
    }

    public TurnId told(Viewer by, ConversationId in, String words) {
        TurnId id = new TurnId(Ids.next());
        turns.log(by, LogTurn.told(id, in, words));
        return id;
    }

    public TurnId responded(Viewer by, ConversationId in, String words, TurnId... answers) {
        TurnId id = new TurnId(Ids.next());
        turns.log(by, LogTurn.responded(id, in, words, Set.of(answers)));
        return id;
    }
}
