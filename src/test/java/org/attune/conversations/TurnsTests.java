package org.attune.conversations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.attune.AttuneTest;
import org.attune.Somebody;
import org.attune.access.Viewer;
import org.attune.people.ContactId;
import org.attune.platform.ChangedMeanwhile;
import org.attune.platform.Ids;
import org.attune.platform.NotSeen;
import org.attune.platform.RuleRefused;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AttuneTest
class TurnsTests {

    @Autowired
    private Somebody somebody;

    @Autowired
    private ConversationScene scene;

    @Autowired
    private Conversations conversations;

    @Autowired
    private ConversationsSeen conversationsSeen;

    @Autowired
    private Turns turns;

    @Autowired
    private TurnsSeen turnsSeen;

    @Autowired
    private Answers answers;

    private Viewer anna;
    private ContactId helen;
    private ConversationId talk;

    @BeforeEach
    void anOpenConversation() {
        anna = somebody.whoSells();
        helen = scene.contactOf(anna);
        talk = scene.begun(anna, helen);
    }

    @Test
    void aTurnKeepsItsWordsAndCountsThem() {
        TurnId id = scene.heard(anna, talk, helen, "  We close the month\r\non the eleventh.\u0000 ");

        TurnView turn = turnsSeen.find(anna, id).orElseThrow();
        assertThat(turn.words()).isEqualTo("We close the month\non the eleventh.");
        assertThat(turn.seq()).isEqualTo(1);
        assertThat(turn.speakerName()).isEqualTo("Helen");
        ConversationView conversation = conversationsSeen.find(anna, talk);
        assertThat(conversation.theirWords()).isEqualTo(7);
        assertThat(conversation.heardTurns()).isEqualTo(1);
        assertThat(conversation.lastHeardAt()).isEqualTo(turn.saidAt());
    }

    @Test
    void whatTheyDidHasNoWordsToCount() {
        turns.log(anna, LogTurn.heard(new TurnId(Ids.next()), talk, helen, Exactness.DID, "Brings the CFO along."));

        assertThat(conversationsSeen.find(anna, talk).theirWords()).isZero();
    }

    @Test
    void theSameTurnTwiceIsOneTurn() {
        LogTurn log =
                LogTurn.heard(new TurnId(Ids.next()), talk, helen, Exactness.FROM_MEMORY, "It used to be the fifth.");

        LoggedTurn first = turns.log(anna, log);
        LoggedTurn again = turns.log(anna, log);

        assertThat(again).isEqualTo(first);
        assertThat(conversationsSeen.find(anna, talk).turns()).isEqualTo(1);
    }

    @Test
    void theSameIdWithOtherWordsHandsBothBack() {
        TurnId id = scene.told(anna, talk, "Good morning.");

        assertThatExceptionOfType(ChangedMeanwhile.class)
                .isThrownBy(() -> turns.log(anna, LogTurn.told(id, talk, "Good evening.")))
                .satisfies(conflict -> {
                    assertThat(conflict.kept()).isEqualTo("Good morning.");
                    assertThat(conflict.typed()).isEqualTo("Good evening.");
                });
    }

    @Test
    void aRepeatIsStillTheSameTurnAfterTheConversationWasClosed() {
        LogTurn log = LogTurn.told(new TurnId(Ids.next()), talk, "Good morning.");
        LoggedTurn first = turns.log(anna, log);
        conversations.breakOff(anna, talk);

        assertThat(turns.log(anna, log)).isEqualTo(first);
        refused("conversations.state.over", LogTurn.told(new TurnId(Ids.next()), talk, "And another thing."));
    }

    @Test
    void twoWhoLogAtTheSameTimeLoseNothingAndLeaveNoGap() throws Exception {
        Viewer ben = somebody.whoSells();
        scene.companion(helen, ben);
        ExecutorService both = Executors.newFixedThreadPool(2);
        List<Future<?>> writers = new ArrayList<>();
        for (Viewer writer : List.of(anna, ben)) {
            writers.add(both.submit(
                    () -> IntStream.range(0, 200).forEach(n -> scene.told(writer, talk, "Word number " + n))));
        }
        for (Future<?> writer : writers) {
            writer.get();
        }
        both.shutdown();

        List<Integer> numbers = turnsSeen.page(anna, talk, null, 500).turns().stream()
                .map(TurnView::seq)
                .toList();
        assertThat(numbers)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 400).boxed().toList());
        assertThat(conversationsSeen.find(anna, talk).ourTurns()).isEqualTo(400);
    }

    @Test
    void theSameTurnSentTwiceAtOnceIsOneTurn() throws Exception {
        ExecutorService both = Executors.newFixedThreadPool(2);
        for (int n = 0; n < 20; n++) {
            LogTurn log = LogTurn.told(new TurnId(Ids.next()), talk, "Word number " + n);
            Future<LoggedTurn> one = both.submit(() -> turns.log(anna, log));
            Future<LoggedTurn> other = both.submit(() -> turns.log(anna, log));
            assertThat(one.get()).isEqualTo(other.get());
        }
        both.shutdown();

        assertThat(conversationsSeen.find(anna, talk).lastSeq()).isEqualTo(20);
    }

    @Test
    void whatIsHeardAfterAQuestionIsProposedAsItsAnswer() {
        TurnId question = scene.asked(anna, talk, "What happens between the fifth and the eleventh?");
        TurnId answer = scene.heard(anna, talk, helen, "Two of my people retype every invoice.");
        TurnId more = scene.heard(anna, talk, helen, "And then Petra comes with her list.");

        assertThat(turnsSeen.find(anna, question).orElseThrow().answeredBy())
                .extracting(TurnRef::id)
                .containsExactly(answer);
        assertThat(turnsSeen.find(anna, more).orElseThrow().answers()).isEmpty();
    }

    @Test
    void anAnswerTakenAwayIsNotProposedAgainButTheNextWordsAre() {
        TurnId question = scene.asked(anna, talk, "Who decides?");
        TurnId notThat = scene.heard(anna, talk, helen, "One moment, the door.");
        answers.remove(anna, question, notThat);
        TurnId answer = scene.heard(anna, talk, helen, "I do, up to a point.");

        assertThat(turnsSeen.find(anna, question).orElseThrow().answeredBy())
                .extracting(TurnRef::id)
                .containsExactly(answer);

        answers.note(anna, question, notThat);
        assertThat(turnsSeen.find(anna, question).orElseThrow().answeredBy()).hasSize(2);
    }

    @Test
    void aQuestionOfTheirsAnswersNothing() {
        TurnId question = scene.asked(anna, talk, "Who decides?");
        TurnId theirs = scene.heard(anna, talk, helen, "Why do you ask?", Mark.THEIR_QUESTION);

        assertThat(turnsSeen.find(anna, question).orElseThrow().answeredBy()).isEmpty();
        assertThat(turnsSeen.find(anna, theirs).orElseThrow().isWaiting()).isTrue();
    }

    @Test
    void aResponseOpensOnceSomethingWasHeardAndAQuestionAnswered() {
        assertThat(turns.opening(anna, talk).missing())
                .containsExactly(Opening.Missing.SOMETHING_HEARD, Opening.Missing.A_QUESTION_ANSWERED);
        TurnId heard = scene.heard(anna, talk, helen, "We close on the eleventh.");
        refused(
                "conversations.opening.a-question-answered",
                LogTurn.responded(new TurnId(Ids.next()), talk, "We can help.", Set.of(heard)));

        scene.asked(anna, talk, "What does that cost you?");
        TurnId answer = scene.heard(anna, talk, helen, "My weekends.");
        TurnId response = scene.responded(anna, talk, "Then let us begin there.", answer);

        assertThat(turns.opening(anna, talk).isOpen()).isTrue();
        assertThat(turnsSeen.find(anna, response).orElseThrow().answers())
                .extracting(TurnRef::id)
                .containsExactly(answer);
    }

    @Test
    void aQuestionOfTheirsMayBeAnsweredAtOnceAndThenNoLongerWaits() {
        TurnId theirs = scene.heard(anna, talk, helen, "Do others do it the same day?", Mark.THEIR_QUESTION);
        assertThat(turns.opening(anna, talk)).satisfies(opening -> {
            assertThat(opening.isOpen()).isFalse();
            assertThat(opening.isClosed()).isFalse();
        });

        scene.responded(anna, talk, "Some do.", theirs);

        assertThat(turnsSeen.find(anna, theirs).orElseThrow().isWaiting()).isFalse();
        assertThat(turns.opening(anna, talk).isClosed()).isTrue();
    }

    @Test
    void whatWasAnsweredEarlierOpensTheNextConversation() {
        scene.asked(anna, talk, "Who decides?");
        TurnId answer = scene.heard(anna, talk, helen, "I do.");
        ConversationId next = scene.begun(anna, helen);

        assertThat(turns.opening(anna, next).isOpen()).isTrue();
        scene.responded(anna, next, "You said that you decide.", answer);
        ConversationId withSomebodyElse = scene.begun(anna, scene.contactOf(anna, "Petra", "Kühn"));
        assertThat(turns.opening(anna, withSomebodyElse).isOpen()).isFalse();
    }

    @Test
    void aResponseNamesWhatThesePeopleSaid() {
        scene.asked(anna, talk, "Who decides?");
        scene.heard(anna, talk, helen, "I do.");
        ContactId petra = scene.contactOf(anna, "Petra", "Kühn");
        TurnId elsewhere = scene.heard(anna, scene.begun(anna, petra), petra, "Nobody asked me.");

        refused(
                "conversations.response.names-nothing",
                LogTurn.responded(new TurnId(Ids.next()), talk, "So be it.", Set.of()));
        assertThatExceptionOfType(NotSeen.class)
                .isThrownBy(() -> scene.responded(anna, talk, "As Petra said.", elsewhere));
    }

    @Test
    void onlySomebodyWhoIsThereCanBeHeard() {
        ContactId petra = scene.contactOf(anna, "Petra", "Kühn");

        refused(
                "conversations.speaker.not-there",
                LogTurn.heard(new TurnId(Ids.next()), talk, petra, Exactness.DID, "Comes in."));
        conversations.join(anna, talk, petra);
        scene.heard(anna, talk, petra, "It is my list.");

        assertThat(conversationsSeen.find(anna, talk).participants())
                .extracting(ParticipantView::givenName)
                .containsExactly("Helen", "Petra");
    }

    @Test
    void somebodyWhoSeesNoneOfThemSeesNothing() {
        TurnId turn = scene.heard(anna, talk, helen, "Between us.");
        Viewer stranger = somebody.whoSells();

        assertThat(turnsSeen.find(stranger, turn)).isEmpty();
        assertThat(turnsSeen.page(stranger, talk, null, 50).turns()).isEmpty();
        assertThatExceptionOfType(NotSeen.class).isThrownBy(() -> conversationsSeen.find(stranger, talk));
        assertThatExceptionOfType(NotSeen.class).isThrownBy(() -> scene.told(stranger, talk, "Let me in."));
        assertThat(conversationsSeen.find(anna, talk).turns()).isEqualTo(1);
    }

    @Test
    void aTurnResumesAConversationThatRests() {
        conversations.rest(anna, talk);

        scene.told(anna, talk, "Where were we?");

        assertThat(conversationsSeen.find(anna, talk).state()).isEqualTo(ConversationState.OPEN);
    }

    @Test
    void laterTurnsAreFoundByTheNumberAlreadyShown() {
        scene.told(anna, talk, "One.");
        scene.told(anna, talk, "Two.");
        scene.told(anna, talk, "Three.");

        assertThat(turnsSeen.since(anna, talk, 1)).extracting(TurnView::words).containsExactly("Two.", "Three.");
        TurnsPage last = turnsSeen.page(anna, talk, null, 2);
        assertThat(last.turns()).extracting(TurnView::seq).containsExactly(2, 3);
        assertThat(last.earlier()).isTrue();
        assertThat(turnsSeen.page(anna, talk, 2, 2).earlier()).isFalse();
    }

    private void refused(String messageKey, LogTurn log) {
        assertThatExceptionOfType(RuleRefused.class)
                .isThrownBy(() -> turns.log(anna, log))
                .satisfies(refusal -> assertThat(refusal.messageKey()).isEqualTo(messageKey));
    }
}
