package org.attune.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import org.attune.AttuneTest;
import org.attune.Somebody;
import org.attune.TestDatabase;
import org.attune.access.Hat;
import org.attune.access.Viewer;
import org.attune.people.ContactId;
import org.attune.people.MergeContacts;
import org.attune.people.Merges;
import org.attune.platform.Ids;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What conversations come to, and what is marked in them, is kept as it would be counted from everything that was said. */
@AttuneTest
class ConversationSumsTests {

    private static final String COUNTED = """
            select p.contact_id, v.id, v.owner_id, v.visibility, v.state, coalesce(v.happened_at, v.planned_for), v.happened_at,
                   v.planned_for, v.logged_at, v.ended_at, v.hat, v.started_by, v.talked_more, v.complete, v.minutes, v.heard_turns,
                   v.our_turns, v.their_words, v.our_words, v.last_heard_at, v.worked_on_at,
                   (select count(*) from turn t where t.conversation_id = v.id and t.speaker_id = p.contact_id)::int,
                   (select max(t.said_at) from turn t where t.conversation_id = v.id and t.speaker_id = p.contact_id),
                   (select max(t.said_at) from turn t where t.conversation_id = v.id and t.kind <> 'heard'),
                   (select count(*) from turn t where t.conversation_id = v.id and t.hat = 'marketing')::int
              from participant p join conversation v on v.id = p.conversation_id where v.owner_id = :owner""";

    private static final String KEPT = """
            select s.contact_id, s.conversation_id, s.owner_id, s.visibility, s.state, s.at, s.happened_at, s.planned_for, s.logged_at,
                   s.ended_at, s.hat, s.started_by, s.talked_more, s.complete, s.minutes, s.heard_turns, s.our_turns, s.their_words,
                   s.our_words, s.last_heard_at, s.worked_on_at, s.own_turns, s.own_at, s.ours_at, s.marketing_turns
              from conversation_sum s where s.owner_id = :owner""";

    private static final String MARKED = """
            select t.speaker_id, m.kind, t.said_at, t.id from turn t join turn_mark m on m.turn_id = t.id
             where t.logged_by = :owner and t.kind = 'heard'
            union all
            select t.speaker_id, 'thread', t.said_at, t.id from turn t join open_thread o on o.turn_id = t.id where t.logged_by = :owner""";

    private static final String MARKS = """
            select s.speaker_id, s.kind, s.said_at, s.turn_id from said_mark s join turn t on t.id = s.turn_id where t.logged_by = :owner""";

    @Autowired
    private ConversationScene scene;

    @Autowired
    private Somebody somebody;

    @Autowired
    private Conversations conversations;

    @Autowired
    private TurnEdits edits;

    @Autowired
    private Threads threads;

    @Autowired
    private Marks marks;

    @Autowired
    private Merges merges;

    @Autowired
    private ConversationSums sums;

    @Autowired
    private JdbcClient jdbc;

    private Viewer anna;
    private ContactId helen;
    private ContactId petra;
    private ConversationId talk;

    @BeforeEach
    void twoOfThemTalkWithUs() {
        anna = somebody.whoSells();
        helen = scene.contactOf(anna, "Helen", "Brandt");
        petra = scene.contactOf(anna, "Petra", "Brandt");
        talk = scene.begun(anna, helen, petra);
        scene.told(anna, talk, "We listen.");
        scene.heard(anna, talk, helen, "Every Friday, by hand.", Mark.THEIR_QUESTION);
        scene.heard(anna, talk, petra, "Nobody asked me.");
    }

    @Test
    void whatIsSaidIsAdded() {
        assertThat(jdbc.sql(
                                "select own_turns || '/' || heard_turns || '/' || our_turns from conversation_sum where contact_id = ?")
                        .param(helen.value())
                        .query(String.class)
                        .list())
                .containsExactly("1/2/1");
        holds();
    }

    @Test
    void whatIsWithdrawnIsTakenAway() {
        TurnId wrong = scene.heard(anna, talk, helen, "That was somebody else.", Mark.PERSONAL);
        edits.withdraw(anna, wrong);

        holds();
    }

    @Test
    void whatIsPutRightIsPutRight() {
        conversations.wear(anna, talk, Hat.MARKETING);
        conversations.show(anna, talk, Visibility.PRIVATE);
        jdbc.sql("update turn set said_at = said_at - interval '3 days' where conversation_id = ?")
                .param(talk.value())
                .update();
        conversations.close(
                anna, new CloseConversation(talk, Outcome.GOODBYE, TalkedMore.THEY, 25, false, false, true));

        holds();
    }

    @Test
    void marksAndThreadsComeAndGo() {
        TurnId list = scene.heard(anna, talk, helen, "The list is wrong.", Mark.PERSONAL);
        threads.open(anna, Ids.next(), list, null);
        holds();
        marks.unmark(anna, list, Mark.PERSONAL);
        threads.remove(anna, list);

        holds();
    }

    @Test
    void whoIsPlannedWithJoinsAndIsMergedIsCountedAsOne() {
        ContactId third = scene.contactOf(anna, "Hella", "Brandt");
        conversations.join(anna, talk, third);
        scene.heard(anna, talk, third, "So I am here, too.", Mark.THEIR_QUESTION);
        holds();
        merges.merge(anna, new MergeContacts(Ids.next(), helen, third, 0, 0, Set.of()));

        holds();
    }

    @Test
    void whatIsMadeAnewIsWhatWasKept() throws SQLException {
        try (Connection owner = TestDatabase.shared().connectionAsOwner();
                Statement statement = owner.createStatement()) {
            statement.execute("update conversation_sum set own_turns = 7, complete = true where conversation_id = '"
                    + talk.value() + "'");
            statement.execute("delete from said_mark where speaker_id = '" + helen.value() + "'");
            statement.execute(
                    "insert into said_mark select speaker_id, 'thread', said_at, id from turn where conversation_id = '"
                            + talk.value() + "' and speaker_id is not null");
        }
        sums.rebuildAll();

        holds();
    }

    private void holds() {
        assertThat(rows(KEPT))
                .containsExactlyInAnyOrderElementsOf(rows(COUNTED))
                .isNotEmpty();
        assertThat(rows(MARKS))
                .containsExactlyInAnyOrderElementsOf(rows(MARKED))
                .isNotEmpty();
    }

    private List<String> rows(String sql) {
        return jdbc.sql("select x::text from (" + sql + ") x")
                .param("owner", anna.uuid())
                .query(String.class)
                .list();
    }
}
