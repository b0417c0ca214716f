package org.attune.conversations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

@AttuneTest
class TurnEditsTests {

    @Autowired
    private Somebody somebody;

    @Autowired
    private ConversationScene scene;

    @Autowired
    private ConversationsSeen conversationsSeen;

    @Autowired
    private TurnsSeen seen;

    @Autowired
    private Turns log;

    @Autowired
    private TurnEdits edits;

    @Autowired
    private Evidence evidence;

    @Autowired
    private Answers answers;

    @Autowired
    private Marks marks;

    @Autowired
    private Threads threads;

    @Autowired
    private Themes themes;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TurnRows turns;

    @Autowired
    private AlikeResponses alike;

    @Autowired
    private WithdrawnTurns withdrawn;

    @Autowired
    private ConversationRows conversations;

    @Autowired
    private ConversationNews news;

    @Autowired
    private TransactionOperations inOneGo;

    private Viewer anna;
    private Viewer ben;
    private ContactId helen;
    private ConversationId talk;

    @BeforeEach
    void aConversationOfTwoColleagues() {
        anna = somebody.whoSells();
        ben = somebody.whoSells();
        helen = scene.contactOf(anna);
        scene.companion(helen, ben);
        talk = scene.begun(anna, helen);
    }

    @Test
    void aTurnIsRewordedForADayByWhoeverLoggedItOrOwnsTheConversation() {
        TurnId turn = scene.heard(ben, talk, helen, "It is the fith.");

        edits.reword(ben, new RewordTurn(turn, "It is the fifth.", Exactness.FROM_MEMORY, 0));
        edits.reword(anna, new RewordTurn(turn, "It used to be the fifth.", Exactness.FROM_MEMORY, 1));

        TurnView reworded = seen.find(anna, turn).orElseThrow();
        assertThat(reworded.words()).isEqualTo("It used to be the fifth.");
        assertThat(reworded.exactness()).isEqualTo(Exactness.FROM_MEMORY);
        assertThat(conversationsSeen.find(anna, talk).theirWords()).isEqualTo(6);
        assertThatExceptionOfType(ChangedMeanwhile.class)
                .isThrownBy(() -> edits.reword(ben, new RewordTurn(turn, "Stale.", Exactness.FROM_MEMORY, 1)));
    }

    @Test
    void nobodyRewordsWhatSomebodyElseLoggedInTheConversationOfAThird() {
        TurnId turn = scene.heard(anna, talk, helen, "It is the fifth.");

        assertThat(seen.find(ben, turn).orElseThrow().editable()).isFalse();
        assertThatExceptionOfType(NotSeen.class)
                .isThrownBy(() -> edits.reword(ben, new RewordTurn(turn, "Mine.", Exactness.FROM_MEMORY, 0)));
    }

    @Test
    void afterADayWordsStandAndACorrectionIsAdded() {
        TurnId turn = scene.told(anna, talk, "Forty drivers.");
        TurnEdits tomorrow = at(Instant.now().plus(Duration.ofHours(25)));

        refused(
                "conversations.turn.day-is-over",
                () -> tomorrow.reword(anna, new RewordTurn(turn, "Thirty drivers.", null, 0)));
        refused("conversations.turn.day-is-over", () -> tomorrow.withdraw(anna, turn));
        inOneGo.executeWithoutResult(transaction -> {
            tomorrow.correct(ben, Ids.next(), turn, "It was thirty.");
            tomorrow.understand(anna, turn, "A number I should have looked up.", null);
        });

        TurnView kept = seen.find(anna, turn).orElseThrow();
        assertThat(kept.words()).isEqualTo("Forty drivers.");
        assertThat(kept.understanding()).isEqualTo("A number I should have looked up.");
        assertThat(kept.corrections()).singleElement().satisfies(correction -> {
            assertThat(correction.words()).isEqualTo("It was thirty.");
            assertThat(correction.by()).isEqualTo(ben.name());
        });
    }

    @Test
    void aWithdrawnTurnGoesWithItsLinksAndItsContentIsKeptApart() {
        TurnId question = scene.asked(anna, talk, "Who decides?");
        TurnId answer = scene.heard(anna, talk, helen, "I do, mostly.", Mark.REACTION);
        threads.open(anna, Ids.next(), answer, "mostly?");
        TurnId followed = scene.asked(anna, talk, "Mostly?", answer);

        edits.withdraw(anna, answer);
        edits.withdraw(anna, answer);

        assertThat(seen.find(anna, answer)).isEmpty();
        assertThat(seen.find(anna, question).orElseThrow().answeredBy()).isEmpty();
        assertThat(seen.find(anna, followed).orElseThrow().follows()).isNull();
        ConversationView conversation = conversationsSeen.find(anna, talk);
        assertThat(conversation.heardTurns()).isZero();
        assertThat(conversation.theirWords()).isZero();
        assertThat(conversation.lastHeardAt()).isNull();
        assertThat(jdbc.sql("select content ->> 'words' from withdrawn_turn where id = :id")
                        .param("id", answer.value())
                        .query(String.class)
                        .single())
                .isEqualTo("I do, mostly.");
        refused(
                "conversations.turn.was-withdrawn",
                () -> log.log(anna, LogTurn.heard(answer, talk, helen, Exactness.WORD_FOR_WORD, "I do, mostly.")));
    }

    @Test
    void whatOnlyOneResponseAnswersIsNotWithdrawnFromUnderIt() {
        TurnId theirs = scene.heard(anna, talk, helen, "Do others do that?", Mark.THEIR_QUESTION);
        scene.responded(anna, talk, "Some do.", theirs);

        refused("conversations.turn.is-answered", () -> edits.withdraw(anna, theirs));
    }

    @Test
    void evidenceIsNeitherRewordedNorWithdrawn() {
        TurnId turn = scene.heard(anna, talk, helen, "Two of my people retype every invoice.");
        inOneGo.executeWithoutResult(transaction -> {
            evidence.seal(anna, List.of(turn));
            evidence.seal(anna, List.of(turn));
        });

        assertThat(seen.find(anna, turn).orElseThrow().editable()).isFalse();
        refused(
                "conversations.turn.is-evidence",
                () -> edits.reword(anna, new RewordTurn(turn, "One of them.", Exactness.WORD_FOR_WORD, 0)));
        refused("conversations.turn.is-used", () -> edits.withdraw(anna, turn));
        assertThat(seen.find(anna, turn).orElseThrow().words()).isEqualTo("Two of my people retype every invoice.");
    }

    @Test
    void nobodyStandsOnWhatTheyMayNotRead() {
        ConversationId secret = scene.begun(anna, Visibility.PRIVATE, helen);
        TurnId turn = scene.heard(anna, secret, helen, "Between us.");

        assertThatExceptionOfType(NotSeen.class)
                .isThrownBy(() -> inOneGo.executeWithoutResult(transaction -> evidence.seal(ben, List.of(turn))));
        assertThat(evidence.isEvidence(turn)).isFalse();
    }

    @Test
    void evidenceOutOfAPrivateConversationBecomesReadable() {
        ConversationId secret = scene.begun(anna, Visibility.PRIVATE, helen);
        TurnId turn = scene.heard(anna, secret, helen, "Between us.");
        TurnId other = scene.heard(anna, secret, helen, "And this too.");
        inOneGo.executeWithoutResult(transaction -> evidence.seal(anna, List.of(turn)));

        assertThat(seen.find(ben, turn)).isPresent();
        assertThat(seen.find(ben, other)).isEmpty();
    }

    @Test
    void aThreadIsPickedUpByAQuestionThatFollowsOrAResponseThatNamesIt() {
        TurnId first = scene.heard(anna, talk, helen, "The auditors made a remark.");
        TurnId second = scene.heard(anna, talk, helen, "And the drivers have a drawer.");
        TurnId third = scene.heard(anna, talk, helen, "It rains.");
        List.of(first, second, third).forEach(turn -> threads.open(anna, Ids.next(), turn, null));
        assertThat(threads.of(ben, helen, 9)).hasSize(3);

        scene.asked(anna, talk, "Which remark?", first);
        scene.heard(anna, talk, helen, "About the surcharges.");
        scene.responded(anna, talk, "That is the drawer, then.", second);
        threads.letGo(anna, third, "The weather.");

        assertThat(threads.of(ben, helen, 9)).isEmpty();
        assertThat(seen.find(anna, first).map(TurnView::thread).map(ThreadView::pickedUpBy))
                .isPresent();
        assertThat(seen.find(anna, third).map(TurnView::thread).map(ThreadView::letGoWhy))
                .contains("The weather.");
    }

    @Test
    void marksAndThemesAreAddedAndTakenAway() {
        TurnId turn = scene.heard(anna, talk, helen, "What would it cost?");
        TurnId ours = scene.told(anna, talk, "Hello.");

        marks.mark(anna, turn, Mark.ASKED_FOR_OFFER);
        marks.mark(anna, turn, Mark.ASKED_FOR_OFFER);
        marks.mark(anna, turn, Mark.PERSONAL);
        marks.unmark(anna, turn, Mark.PERSONAL);
        ThemeView theme = themes.add(anna, turn, "Price " + talk.value());
        assertThat(themes.add(ben, turn, "price " + talk.value())).isEqualTo(theme);

        TurnView view = seen.find(anna, turn).orElseThrow();
        assertThat(view.marks()).containsExactly(Mark.ASKED_FOR_OFFER);
        assertThat(view.themes()).containsExactly(theme);
        assertThat(themes.suggestions("price " + talk.value(), 5)).containsExactly(theme);
        refused("conversations.mark.only-on-heard", () -> marks.mark(anna, ours, Mark.PERSONAL));
        themes.remove(anna, turn, theme.id());
        assertThat(seen.find(anna, turn).orElseThrow().themes()).isEmpty();
    }

    @Test
    void anAnswerComesAfterItsQuestionAndIsHeard() {
        TurnId early = scene.heard(anna, talk, helen, "Good morning.");
        TurnId question = scene.asked(anna, talk, "Who decides?");

        refused("conversations.answer.comes-after", () -> answers.note(anna, question, early));
        refused("conversations.answer.heard-to-asked", () -> answers.note(anna, early, question));
    }

    private TurnEdits at(Instant now) {
        return new TurnEdits(jdbc, turns, withdrawn, alike, conversations, news, Clock.fixed(now, ZoneOffset.UTC));
    }

    private static void refused(String messageKey, Runnable deed) {
        assertThatExceptionOfType(RuleRefused.class)
                .isThrownBy(deed::run)
                .satisfies(refusal -> assertThat(refusal.messageKey()).isEqualTo(messageKey));
    }
}
