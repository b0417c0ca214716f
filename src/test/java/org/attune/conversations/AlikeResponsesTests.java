package org.attune.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.attune.AttuneTest;
import org.attune.Somebody;
import org.attune.Statements;
import org.attune.access.Viewer;
import org.attune.people.ContactId;
import org.attune.platform.Ids;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What nearly repeats an earlier response to somebody else is pointed out to whoever may read both. */
@AttuneTest
class AlikeResponsesTests {

    @Autowired
    private Somebody somebody;

    @Autowired
    private ConversationScene scene;

    @Autowired
    private AlikeResponses responses;

    @Autowired
    private TurnsSeen turns;

    @Autowired
    private TurnEdits edits;

    private Viewer anna;
    private String answer;
    private ConversationId earlier;
    private TurnId told;
    private ContactId petra;

    @BeforeEach
    void petraWasToldSomething() {
        anna = somebody.whoSells();
        String own = Ids.next().toString().substring(24);
        answer = "Our " + own + " module takes two weeks to set up, and everybody who has it is happy with it.";
        petra = scene.contactOf(anna, "Petra", "Kühn");
        earlier = scene.begun(anna, petra);
        told = scene.responded(anna, earlier, answer, heardIn(earlier, petra));
    }

    @Test
    void whatSomebodyElseWasToldIsPointedOutWhileItIsTyped() {
        ConversationId talk = scene.begun(anna, scene.contactOf(anna));

        assertThat(responses.to(anna, talk, answer.replace("two weeks", "three weeks")))
                .singleElement()
                .satisfies(alike -> {
                    assertThat(alike.words()).isEqualTo(answer);
                    assertThat(alike.toldTo()).isEqualTo("Petra Kühn");
                    assertThat(alike.turn().id()).isEqualTo(told);
                });
        assertThat(responses.to(anna, talk, "Then let us look at your Monday together, at the desk where it starts."))
                .isEmpty();
    }

    @Test
    void itStaysAtTheTurn() {
        ContactId helen = scene.contactOf(anna);
        ConversationId talk = scene.begun(anna, helen);

        TurnId again = scene.responded(anna, talk, answer, heardIn(talk, helen));

        assertThat(alike(anna, again)).extracting(one -> one.turn().id()).containsExactly(told);
        assertThat(alike(anna, told)).isEmpty();
    }

    @Test
    void toTheSamePeopleOneMayRepeatOneself() {
        ConversationId next = scene.begun(anna, petra);

        assertThat(responses.to(anna, next, answer)).isEmpty();
        assertThat(alike(anna, scene.responded(anna, next, answer, heardIn(next, petra))))
                .isEmpty();
    }

    @Test
    void whoDoesNotSeeTheOthersIsToldNothing() {
        Viewer ben = somebody.whoSells();
        ContactId helen = scene.contactOf(ben);
        scene.companion(helen, anna);
        ConversationId talk = scene.begun(ben, helen);
        heardIn(ben, talk, helen);
        assertThat(responses.to(ben, talk, answer)).isEmpty();

        TurnId again = scene.responded(anna, talk, answer, heardIn(anna, talk, helen));

        assertThat(alike(anna, again)).hasSize(1);
        assertThat(alike(ben, again)).isEmpty();
    }

    @Test
    void shortWordsAreEverybodys() {
        ContactId helen = scene.contactOf(anna);
        ConversationId talk = scene.begun(anna, helen);
        scene.responded(anna, earlier, "Yes, that works for us.", heardIn(earlier, petra));

        assertThat(responses.to(anna, talk, "Yes, that works for us.")).isEmpty();
    }

    @Test
    void rewordingLooksAgain() {
        ContactId helen = scene.contactOf(anna);
        ConversationId talk = scene.begun(anna, helen);
        TurnId again = scene.responded(anna, talk, answer, heardIn(talk, helen));

        edits.reword(
                anna,
                new RewordTurn(again, "Let us sit with your dispatcher for a morning, and then decide.", null, 0));
        assertThat(alike(anna, again)).isEmpty();
        edits.reword(anna, new RewordTurn(again, answer, null, 1));
        assertThat(alike(anna, again)).hasSize(1);

        edits.withdraw(anna, told);
        assertThat(alike(anna, again)).isEmpty();
    }

    @Test
    void lookingTakesOneStatement() {
        ConversationId talk = scene.begun(anna, scene.contactOf(anna));

        assertThat(Statements.during(() -> responses.to(anna, talk, answer))).isEqualTo(1);
    }

    private List<Alike> alike(Viewer viewer, TurnId turn) {
        return turns.find(viewer, turn).orElseThrow().alike();
    }

    /** Something was asked and answered, so that a response is open. */
    private TurnId heardIn(ConversationId talk, ContactId speaker) {
        return heardIn(anna, talk, speaker);
    }

    private TurnId heardIn(Viewer by, ConversationId talk, ContactId speaker) {
        scene.asked(by, talk, "What does it cost you?");
        return scene.heard(by, talk, speaker, "More than we know.");
    }
}
