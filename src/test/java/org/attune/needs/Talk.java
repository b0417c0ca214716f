package org.attune.needs;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import org.attune.access.Viewer;
import org.attune.conversations.ConversationId;
import org.attune.conversations.TurnId;
import org.attune.people.ContactId;
import org.attune.platform.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A conversation that somebody logs, for what happens afterwards. */
final class Talk {

    private final JdbcClient jdbc;
    private final Viewer viewer;
    final ConversationId id = new ConversationId(Ids.next());
    private int seq;

    private Talk(JdbcClient jdbc, Viewer viewer) {
        this.jdbc = jdbc;
        this.viewer = viewer;
    }

    /** The viewer's own contact. */
    static ContactId contact(JdbcClient jdbc, Viewer owner, String name) {
        ContactId id = new ContactId(Ids.next());
        jdbc.sql("""
                        insert into contact (id, given_name, owner_id, team_id, created_by)
                        select :id, :name, u.id, u.team_id, u.id from app_user u where u.id = :owner
                        """)
                .param("id", id.value())
                .param("name", name)
                .param("owner", owner.uuid())
                .update();
        return id;
    }

    static Talk with(JdbcClient jdbc, Viewer viewer, ContactId... participants) {
        Talk talk = new Talk(jdbc, viewer);
        jdbc.sql("""
                        with begun as (
                          insert into conversation (id, owner_id, team_id, lead_id, hat, channel, started_by, state, happened_at)
                          select :id, u.id, u.team_id, :lead, 'sales', 'call', 'they', 'open', now()
                            from app_user u where u.id = :owner)
                        insert into participant (conversation_id, contact_id)
                        select :id, unnest(:people::uuid[])
                        """)
                .param("id", talk.id.value())
                .param("owner", viewer.uuid())
                .param("lead", participants[0].value())
                .param(
                        "people",
                        Arrays.stream(participants).map(ContactId::value).toArray(UUID[]::new))
                .update();
        return talk;
    }

    TurnId heard(ContactId speaker, String words) {
        return turn("heard", speaker, words, null);
    }

    TurnId asked(String words, @Nullable TurnId follows) {
        return turn("asked", null, words, follows);
    }

    TurnId told(String words) {
        return turn("told", null, words, null);
    }

    void answers(TurnId heard, TurnId question) {
        jdbc.sql("insert into answer (question_id, heard_id) values (:question, :heard)")
                .param("question", question.value())
                .param("heard", heard.value())
                .update();
    }

    void takeAnswerAway(TurnId heard, TurnId question) {
        jdbc.sql("delete from answer where question_id = :question and heard_id = :heard")
                .param("question", question.value())
                .param("heard", heard.value())
                .update();
    }

    private TurnId turn(String kind, @Nullable ContactId speaker, String words, @Nullable TurnId follows) {
        TurnId turn = new TurnId(Ids.next());
        jdbc.sql("""
                        insert into turn (id, conversation_id, seq, kind, speaker_id, hat, words, salt, seal, word_count,
                               exactness, said_at, logged_by, follows_id)
                        values (:id, :talk, :seq, :kind, :speaker, 'sales', :words, :salt, sha256(:salt || :bytes), 3,
                               :exactness, now() + make_interval(secs => :seq), :by, :follows)
                        """)
                .param("id", turn.value())
                .param("talk", id.value())
                .param("seq", ++seq)
                .param("kind", kind)
                .param("speaker", speaker == null ? null : speaker.value())
                .param("words", words)
                .param("salt", new byte[] {1, 2, 3})
                .param("bytes", words.getBytes(StandardCharsets.UTF_8))
                .param("exactness", speaker == null ? null : "word_for_word")
                .param("by", viewer.uuid())
                .param("follows", follows == null ? null : follows.value())
                .update();
        return turn;
    }
}
