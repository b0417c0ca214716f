package org.attune.conversations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.attune.AttuneTest;
import org.attune.Somebody;
import org.attune.access.Hat;
import org.attune.access.Viewer;
import org.attune.people.ContactId;
import org.attune.people.FollowsMerge.MovedRow;
import org.attune.platform.Ids;
import org.attune.platform.NotSeen;
import org.attune.questions.Gap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

@AttuneTest
class PreparationTests {

    @Autowired
    private Somebody somebody;

    @Autowired
    private ConversationScene scene;

    @Autowired
    private Preparation preparation;

    @Autowired
    private Assumptions assumptions;

    @Autowired
    private Preconceptions preconceptions;

    @Autowired
    private Hunches hunches;

    @Autowired
    private Research research;

    @Autowired
    private Reflections reflections;

    @Autowired
    private SuggestedQuestions questions;

    @Autowired
    private Threads threads;

    @Autowired
    private TurnsSeen turns;

    @Autowired
    private ConversationsSeen conversations;

    @Autowired
    private ConversationsFollowMerge merge;

    @Autowired
    private JdbcClient jdbc;

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
    void whatIsWorthKnowingStandsTogether() {
        ContactId petra = scene.contactOf(anna, "Petra", "Kühn");
        scene.heard(anna, talk, helen, "I run on Tuesdays.", Mark.PERSONAL);
        TurnId remark = scene.heard(anna, talk, helen, "The auditors made a remark.");
        threads.open(anna, Ids.next(), remark, null);
        assumptions.make(anna, Ids.next(), helen, "The delay starts in dispatch.");
        hunches.have(anna, Ids.next(), helen, "Let the drivers speak them in.");
        research.note(ben, Ids.next(), helen, "Four new people.", "Company site, 17 Nov");
        reflections.write(anna, talk, "She decides fast.", "I talked over her.");

        Prepared prepared = preparation.of(anna, List.of(helen, petra), Hat.SALES);

        assertThat(prepared.lastWords().get(0).words()).isEqualTo("The auditors made a remark.");
        assertThat(prepared.neverHeard()).containsExactly(petra);
        assertThat(prepared.threads())
                .extracting(thread -> thread.heard().turn().id())
                .containsExactly(remark);
        assertThat(prepared.personal()).extracting(Heard::words).containsExactly("I run on Tuesdays.");
        assertThat(prepared.assumptions()).hasSize(1);
        assertThat(prepared.hunches()).hasSize(1);
        assertThat(prepared.research()).extracting(ResearchNoteView::source).containsExactly("Company site, 17 Nov");
        assertThat(prepared.learned().aboutThem()).extracting(Lesson::words).containsExactly("She decides fast.");
        assertThat(prepared.learned().aboutMe()).extracting(Lesson::words).containsExactly("I talked over her.");
    }

    @Test
    void aHunchAndWhatOneLearnedAboutOneselfAreTheirAuthorsAlone() {
        var hunch = Ids.next();
        hunches.have(anna, hunch, helen, "Let the drivers speak them in.");
        reflections.write(anna, talk, "She decides fast.", "I talked over her.");

        Prepared prepared = preparation.of(ben, List.of(helen), Hat.SALES);
        assertThat(prepared.hunches()).isEmpty();
        assertThat(prepared.learned().aboutMe()).isEmpty();
        assertThat(prepared.learned().aboutThem()).singleElement().satisfies(lesson -> {
            assertThat(lesson.words()).isEqualTo("She decides fast.");
            assertThat(lesson.author()).isEqualTo(anna.name());
        });
        assertThatExceptionOfType(NotSeen.class).isThrownBy(() -> hunches.settle(ben, hunch, HunchSettled.WRONG, null));

        hunches.settle(anna, hunch, HunchSettled.THEY_FOUND_IT, null);
        assertThat(preparation.of(anna, List.of(helen), Hat.SALES).hunches()).isEmpty();
    }

    @Test
    void whatOneLearnedAboutOneselfComesBackUnderTheSameHat() {
        ConversationId nurturing = scene.begunUnder(Hat.MARKETING, anna, helen);
        reflections.write(anna, talk, null, "I talked over her.");
        reflections.write(anna, nurturing, null, "I sent too much to read.");

        assertThat(preparation.of(anna, List.of(helen), Hat.SALES).learned().aboutMe())
                .extracting(Lesson::words)
                .containsExactly("I talked over her.");
        assertThat(preparation.of(anna, List.of(helen), Hat.MARKETING).learned().aboutMe())
                .extracting(Lesson::words)
                .containsExactly("I sent too much to read.");
        assertThat(reflections.ofContact(anna, helen, 5).aboutMe()).hasSize(2);
    }

    @Test
    void whatWasLearnedInAPrivateConversationIsNotReadByOthers() {
        ConversationId kept = scene.begun(anna, Visibility.PRIVATE, helen);
        reflections.write(anna, kept, "She is about to leave.", "I listened.");

        assertThat(reflections.ofContact(ben, helen, 5).isEmpty()).isTrue();
        assertThat(reflections.ofContact(anna, helen, 5).aboutThem()).hasSize(1);
        assertThat(reflections.ofContact(somebody.whoSells(), helen, 5).isEmpty())
                .isTrue();
    }

    @Test
    void aConversationClosedAgainWithoutAWordKeepsWhatWasLearned() {
        reflections.write(anna, talk, "She decides fast.", "I talked over her.");
        reflections.write(anna, talk, "She decides alone.", null);

        Learned learned = reflections.ofContact(anna, helen, 5);
        assertThat(learned.aboutThem()).extracting(Lesson::words).containsExactly("She decides alone.");
        assertThat(learned.aboutMe()).extracting(Lesson::words).containsExactly("I talked over her.");
    }

    @Test
    void anAssumptionIsSettledByWhatTheySaid() {
        var assumption = Ids.next();
        assumptions.make(anna, assumption, helen, "The delay starts in dispatch.");
        TurnId turn = scene.heard(anna, talk, helen, "It starts with me.");

        assumptions.settle(ben, assumption, Settled.UNTESTED, talk, null, null);
        assertThat(preconceptions.about(anna, List.of(helen), 5).assumptions()).hasSize(1);
        assumptions.settle(ben, assumption, Settled.CORRECTED, talk, turn, "It starts with her.");
        assertThat(preconceptions.about(anna, List.of(helen), 5).assumptions()).isEmpty();
    }

    @Test
    void strangersPrepareForNobody() {
        scene.heard(anna, talk, helen, "The auditors made a remark.");
        Viewer stranger = somebody.whoSells();

        Prepared prepared = preparation.of(stranger, List.of(helen), Hat.SALES);

        assertThat(prepared.lastWords()).isEmpty();
        assertThatExceptionOfType(NotSeen.class)
                .isThrownBy(() -> research.note(stranger, Ids.next(), helen, "Words.", "Source"));
    }

    @Test
    void noQuestionIsSuggestedBeforeSomethingWasHeard() {
        assertThat(questions.of(anna, talk, List.of(), false)).isEmpty();
        scene.told(anna, talk, "We lose hours over this problem and the budget.");
        assertThat(questions.of(anna, talk, List.of(), false)).isEmpty();
    }

    @Test
    void atMostThreeQuestionsFollowWhatWasLastHeard() {
        TurnId late = scene.heard(anna, talk, helen, "We lose two days every month.");
        TurnId thread = scene.heard(anna, talk, helen, "The auditors were here.");
        threads.open(anna, Ids.next(), thread, null);
        scene.heard(anna, talk, helen, "My boss has to approve it.");
        scene.heard(anna, talk, helen, "I want it gone.");
        scene.heard(anna, talk, helen, "What does it cost?", Mark.THEIR_QUESTION);

        assertThat(questions.of(anna, talk, List.of(), false))
                .extracting(one -> one.question().place().gap())
                .containsExactly(Gap.FIT, Gap.HOW_DECIDE, Gap.THREAD);

        scene.asked(anna, talk, "Two days of whose time?", late);
        assertThat(questions.of(anna, talk, List.of(), false))
                .noneMatch(question -> question.follows().id().equals(late));
    }

    @Test
    void whatAMergedContactSaidFollowsAndGoesBack() {
        ContactId double1 = scene.contactOf(anna, "Helene", "Brandt");
        ConversationId other = scene.begun(anna, double1);
        TurnId said = scene.heard(anna, other, double1, "I am the same person.");
        ConversationId both = scene.begun(anna, helen, double1);
        TurnId here = scene.heard(anna, both, double1, "And here too.");
        assumptions.make(anna, Ids.next(), double1, "They are one.");

        List<MovedRow> moved = inOneGo.execute(transaction -> {
            deferred();
            return merge.follow(double1, helen);
        });

        assertThat(turns.find(anna, said).orElseThrow().speaker()).isEqualTo(helen);
        assertThat(turns.find(anna, here).orElseThrow().speaker()).isEqualTo(helen);
        assertThat(conversations.find(anna, other).participants())
                .extracting(ParticipantView::id)
                .containsExactly(helen);
        assertThat(preconceptions.about(anna, List.of(helen), 5).assumptions()).hasSize(1);
        scene.heard(anna, both, helen, "Since the merge.");

        inOneGo.executeWithoutResult(transaction -> {
            deferred();
            merge.goBack(double1, helen, moved);
        });

        assertThat(turns.find(anna, said).orElseThrow().speaker()).isEqualTo(double1);
        assertThat(turns.find(anna, here).orElseThrow().speaker()).isEqualTo(double1);
        assertThat(conversations.find(anna, other).participants())
                .extracting(ParticipantView::id)
                .containsExactly(double1);
        assertThat(conversations.find(anna, both).participants())
                .extracting(ParticipantView::id)
                .containsExactlyInAnyOrder(helen, double1);
        assertThat(preconceptions.about(anna, List.of(helen), 5).assumptions()).isEmpty();
    }

    private void deferred() {
        jdbc.sql("set constraints all deferred").update();
    }
}
