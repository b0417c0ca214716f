package org.attune.listening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.attune.AttuneTest;
import org.attune.Somebody;
import org.attune.access.TeamId;
import org.attune.access.Viewer;
import org.attune.conversations.CloseConversation;
import org.attune.conversations.ConversationId;
import org.attune.conversations.ConversationScene;
import org.attune.conversations.Conversations;
import org.attune.conversations.Mark;
import org.attune.conversations.Marks;
import org.attune.conversations.Outcome;
import org.attune.conversations.RewordTurn;
import org.attune.conversations.TurnEdits;
import org.attune.conversations.TurnId;
import org.attune.people.ContactId;
import org.attune.platform.NotSeen;
import org.attune.platform.RuleRefused;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is counted in a conversation is kept ready from when it is over, and follows whatever changes in it. */
@AttuneTest
class MeasuresTests {

    @Autowired
    private Measures measures;

    @Autowired
    private ConversationScene scene;

    @Autowired
    private Conversations conversations;

    @Autowired
    private Marks marks;

    @Autowired
    private TurnEdits edits;

    @Autowired
    private Somebody somebody;

    @Autowired
    private JdbcClient jdbc;

    private Viewer anna;
    private Viewer lead;
    private ContactId helen;
    private ConversationId talk;
    private TurnId opening;
    private TurnId reply;

    @BeforeEach
    void aConversation() {
        TeamId team = somebody.aTeam();
        anna = somebody.whoSells(team);
        lead = somebody.whoLeads(team);
        helen = scene.contactOf(anna);
        talk = scene.begun(anna, helen);
        opening = scene.told(anna, talk, "Good morning.");
        scene.heard(anna, talk, helen, "We close the month on the eleventh.");
        scene.asked(anna, talk, "What happens until then?");
        TurnId question = scene.heard(anna, talk, helen, "Half of it is lost. How do others do that?");
        reply = scene.responded(anna, talk, "I see. They bill from the van.", question);
        scene.heard(anna, talk, helen, "From the van.");
        scene.asked(anna, talk, "Who is in the van at yours?");
        scene.heard(anna, talk, helen, "Petra is.");
    }

    @Test
    void nothingIsCountedWhileItGoesOn() {
        marks.mark(anna, reply, Mark.ACKNOWLEDGED);
        assertThat(kept()).isEmpty();
    }

    @Test
    void itIsCountedInTheMomentItIsClosed() {
        close(true);

        assertThat(kept())
                .containsEntry("complete", true)
                .containsEntry("gone_through", false)
                .containsEntry("our_goes", 4)
                .containsEntry("their_goes", 4)
                .containsEntry("our_words", 2 + 4 + 7 + 7)
                .containsEntry("their_words", 7 + 10 + 3 + 2)
                .containsEntry("our_asking", 2)
                .containsEntry("their_asking", 1)
                .containsEntry("their_questions", 1)
                .containsEntry("taken_up", 1)
                .containsEntry("replies", 3)
                .containsEntry("acknowledged", 0)
                .containsEntry("pushes", 0)
                .containsEntry("responses", 1)
                .containsEntry("longest_run", 7);
        // room 22/42: 71.27, asked 2/4: 83.33, both asked 1 - .25/.75: 66.67, answered 100
        assertThat(kept().get("score")).hasToString("80.32");
    }

    @Test
    void whereTheLogIsNotCompleteNothingIsScored() {
        close(false);
        assertThat(kept()).containsEntry("complete", false).containsEntry("score", null);

        conversations.measure(anna, talk, true);
        assertThat(kept()).containsEntry("complete", true);
        assertThat(kept().get("score")).isNotNull();
    }

    @Test
    void whereOneSideHadFewerThanFourGoesNothingIsScored() {
        ConversationId brief = scene.begun(anna, helen);
        for (int i = 0; i < 3; i++) {
            scene.heard(anna, brief, helen, "Petra is in the van.");
            scene.asked(anna, brief, "Who else?");
        }
        close(brief, true);
        assertThat(kept(brief)).containsEntry("our_goes", 3).containsEntry("score", null);
    }

    @Test
    void openedAgainItIsNotCountedUntilItIsOverAgain() {
        close(true);
        conversations.reopen(anna, talk);
        assertThat(kept()).isEmpty();

        scene.told(anna, talk, "Thank you.");
        conversations.breakOff(anna, talk);
        assertThat(kept()).containsEntry("our_goes", 5).containsEntry("complete", true);
    }

    @Test
    void itFollowsMarksAndRewordings() {
        close(true);
        marks.mark(anna, reply, Mark.ACKNOWLEDGED);
        assertThat(kept()).containsEntry("acknowledged", 1);
        marks.unmark(anna, reply, Mark.ACKNOWLEDGED);
        assertThat(kept()).containsEntry("acknowledged", 0);

        edits.reword(anna, new RewordTurn(opening, "Good morning to you all.", null, 0));
        assertThat(kept()).containsEntry("our_words", 2 + 4 + 7 + 7 + 3);
    }

    @Test
    void whatTwoMarkAtOnceIsCountedOfBoth() {
        List<TurnId> ours = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            scene.heard(anna, talk, helen, "Number " + i);
            ours.add(scene.told(anna, talk, "Number " + i + ", I see."));
        }
        close(true);

        CompletableFuture<Void> meanwhile = CompletableFuture.runAsync(
                () -> ours.subList(0, 6).forEach(turn -> marks.mark(anna, turn, Mark.ACKNOWLEDGED)));
        ours.subList(6, 12).forEach(turn -> marks.mark(anna, turn, Mark.ACKNOWLEDGED));
        meanwhile.join();

        assertThat(kept()).containsEntry("acknowledged", 12);
    }

    @Test
    void rebuiltItIsTheSame() {
        close(true);
        marks.mark(anna, reply, Mark.PUSHED);
        Map<String, Object> live = kept();
        forget();

        assertThat(measures.rebuildAll()).isPositive();

        assertThat(kept()).isEqualTo(live);
        assertThat(measures.rebuildAll()).isPositive();
        assertThat(kept()).isEqualTo(live);
    }

    @Test
    void whatEndedPastAttuneIsCountedByTheNextDaysWork() {
        close(true);
        Map<String, Object> live = kept();
        forget();

        measures.catchUp();

        assertThat(kept()).isEqualTo(live);
    }

    @Test
    void whereWordsWereErasedItKeepsWhatWasCountedBefore() {
        close(true);
        Map<String, Object> live = kept();
        jdbc.sql("update turn set words = null, salt = null, erased_at = now() where conversation_id = :id")
                .param("id", talk.value())
                .update();

        measures.rebuildAll();

        assertThat(kept()).isEqualTo(live);
    }

    @Test
    void howSomebodySpokeIsTheirsToSayAndOnlyOfWhatWasOurs() {
        assertThatThrownBy(() -> marks.mark(lead, reply, Mark.PUSHED)).isInstanceOf(NotSeen.class);
        marks.mark(anna, reply, Mark.PUSHED);
        assertThatThrownBy(() -> marks.unmark(lead, reply, Mark.PUSHED)).isInstanceOf(NotSeen.class);
        TurnId heard = scene.heard(anna, talk, helen, "You must be joking.");
        assertThatThrownBy(() -> marks.mark(anna, heard, Mark.PUSHED)).isInstanceOf(RuleRefused.class);
        assertThatThrownBy(() -> marks.mark(anna, reply, Mark.REACTION)).isInstanceOf(RuleRefused.class);
    }

    @Test
    void whatTheyDidAndWhatIsInEssenceCountsAsTheirsAndADeedAsksNothing() {
        ConversationId other = scene.begun(anna, helen);
        scene.told(anna, other, "Here is the list.");
        UUID did = scene.heard(anna, other, helen, "What happened? She left.").value();
        jdbc.sql("update turn set exactness = 'did', word_count = 0 where id = :id")
                .param("id", did)
                .update();
        close(other, true);
        assertThat(kept(other)).containsEntry("their_goes", 1).containsEntry("their_questions", 0);
    }

    private void close(boolean complete) {
        close(talk, complete);
    }

    private void close(ConversationId which, boolean complete) {
        conversations.close(anna, new CloseConversation(which, Outcome.CONTINUES, null, 20, true, false, complete));
    }

    private void forget() {
        jdbc.sql("delete from conversation_measure where conversation_id = :id")
                .param("id", talk.value())
                .update();
    }

    private Map<String, Object> kept() {
        return kept(talk);
    }

    private Map<String, Object> kept(ConversationId which) {
        return jdbc
                .sql("select * from conversation_measure where conversation_id = :id")
                .param("id", which.value())
                .query()
                .listOfRows()
                .stream()
                .findFirst()
                .orElse(Map.of());
    }
}
