package org.attune.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.LocalDate;
import java.util.UUID;
import org.attune.AttuneTest;
import org.attune.SentForm;
import org.attune.Somebody;
import org.attune.access.Hat;
import org.attune.access.Viewer;
import org.attune.conversations.Assumptions;
import org.attune.conversations.CloseConversation;
import org.attune.conversations.ConversationId;
import org.attune.conversations.ConversationScene;
import org.attune.conversations.Conversations;
import org.attune.conversations.Hunches;
import org.attune.conversations.Outcome;
import org.attune.conversations.TurnId;
import org.attune.people.ContactId;
import org.attune.platform.Ids;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@AttuneTest
class ConversationPageTests {

    private static final String NOW_MARKETING = "<span class=\"newhat\"><span class=\"hatword m\">";

    @Autowired
    private Somebody somebody;

    @Autowired
    private ConversationScene scene;

    @Autowired
    private Conversations conversations;

    @Autowired
    private Assumptions assumptions;

    @Autowired
    private Hunches hunches;

    @Autowired
    private MockMvcTester mvc;

    private Viewer anna;
    private ContactId helen;
    private ConversationId talk;

    @BeforeEach
    void aConversation() {
        anna = somebody.whoSells();
        helen = scene.contactOf(anna);
        talk = scene.begun(anna, helen);
    }

    @Test
    void theTurnAtWhichTheHatChangedSaysSo() {
        scene.heard(anna, talk, helen, "We close on the eleventh.");
        assertThat(page("")).bodyText().doesNotContain("newhat");

        conversations.wear(anna, talk, Hat.MARKETING);
        scene.heard(anna, talk, helen, "Who else does it like that?");

        assertThat(page("")).bodyText().containsOnlyOnce(NOW_MARKETING);
        assertThat(page("/turns?after=1")).bodyText().containsOnlyOnce(NOW_MARKETING);
    }

    @Test
    void whoMayReadItIsSaidBeforeItIsChosen() {
        assertThat(page(""))
                .bodyText()
                .contains("Others see that it took place. Turns an offer stands on become readable with that offer.")
                .contains("Words may appear in Voice of the customer, without names.");
    }

    @Test
    void closingLeadsToWhomTheyBroughtUs() {
        assertThat(page("/closing")).bodyText().contains("/contacts/" + helen.value() + "/introductions");
    }

    @Test
    void anAssumptionThatTheyCorrectedIsShownWithHowItReallyIs() {
        UUID assumption = Ids.next();
        assumptions.make(anna, assumption, helen, "The delay starts in dispatch.");

        assertThat(closed(assumption, "CONFIRMED", "It starts with her."))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("value=\"It starts with her.\"");
        assertThat(closed(assumption, null, "It starts with her.")).hasStatus3xxRedirection();

        assertThat(mvc.get()
                        .uri("/contacts/{id}", helen.value())
                        .with(Somebody.signedIn(anna))
                        .exchange())
                .bodyText()
                .contains("The delay starts in dispatch.", "Corrected</span>", ": It starts with her.");
    }

    @Test
    void aHunchTheyFoundThemselvesNamesTheTurnAndStandsOnThePagesAfterwards() {
        TurnId found = scene.heard(anna, talk, helen, "What if the drivers spoke them in?");
        UUID hunch = Ids.next();
        hunches.have(anna, hunch, helen, "Let the drivers speak.");
        String label = "1, Helen: What if the drivers spoke them in?";
        assertThat(page("/closing")).bodyText().contains(label);

        SentForm form = SentForm.opened(
                        mvc,
                        anna,
                        "/conversations/" + talk.value() + "/closing",
                        "/conversations/" + talk.value() + "/closing")
                .choosing("outcome", "CONTINUES")
                .with("next", "Send the comparison")
                .with("due", LocalDate.now().plusDays(3).toString())
                .choosing("way", "KEEP_TALKING")
                .choosing("settled[" + hunch + "]", "THEY_FOUND_IT")
                .with("turns[" + hunch + "]", found.value().toString());
        assertThat(form.without("next").send(mvc, anna))
                .hasStatus(422)
                .bodyText()
                .containsPattern("value=\"" + found.value() + "\" selected=\"selected\"");
        assertThat(form.choosing("next", "Send the comparison").send(mvc, anna)).hasStatus3xxRedirection();

        String link = "/conversations/" + talk.value() + "#t1";
        assertThat(page(""))
                .bodyText()
                .contains("What became of", "Hunch: Let the drivers speak.", "They found it", link);
        ConversationId next = scene.begun(anna, helen);
        assertThat(got("/conversations/" + next.value())).bodyText().contains("Let the drivers speak.", link);
        assertThat(got("/contacts/" + helen.value())).bodyText().contains("Let the drivers speak.", link);
        Viewer ben = somebody.whoSells();
        scene.companion(helen, ben);
        assertThat(mvc.get().uri("/contacts/{id}", helen.value()).with(Somebody.signedIn(ben)))
                .bodyText()
                .doesNotContain("Let the drivers speak.");
    }

    @Test
    void markingATurnOfAClosedOneSendsNothingForAComposerThatIsNotThere() {
        TurnId heard = scene.heard(anna, talk, helen, "We close on the eleventh.");
        assertThat(marked(heard)).bodyText().contains("id=\"composer-errors\"", "id=\"respond-move\"");

        conversations.close(anna, new CloseConversation(talk, Outcome.CONTINUES, null, 20, true, false, true));

        assertThat(marked(heard))
                .bodyText()
                .contains("id=\"t1\"", "id=\"balance\"", "id=\"readiness-place\"")
                .doesNotContain("composer-errors", "respond-move", "why-locked", "id=\"answers\"", "followable");
        assertThat(page("")).bodyText().doesNotContain("id=\"composer-errors\"");
    }

    @Test
    void onlyTurnsThatStandOnThePageAreSentToReplaceThemselves() {
        TurnId asked = scene.asked(anna, talk, "When do you close?");
        TurnId heard = scene.heard(anna, talk, helen, "On the eleventh.");
        assertThat(marked(heard, "1-2")).bodyText().contains("id=\"t2\"");
        assertThat(marked(heard, "3-40"))
                .as("further up than the page goes")
                .bodyText()
                .contains("id=\"balance\"")
                .doesNotContain("id=\"t2\"");
        assertThat(marked(heard, "whatever")).bodyText().contains("id=\"t2\"");

        ConversationId later = scene.begun(anna, helen);
        TurnId elsewhere = scene.heard(anna, later, helen, "It was the tenth, sorry.");
        MvcTestResult answered = mvc.post()
                .uri("/turns/{id}/answers", asked.value())
                .with(Somebody.signedIn(anna))
                .with(csrf())
                .header("HX-Request", "true")
                .param("heard", elsewhere.value().toString())
                .exchange();
        assertThat(answered)
                .as("a turn of another conversation has the same number as one of this")
                .bodyText()
                .contains("When do you close?")
                .containsOnlyOnce("data-seq=");
    }

    private MvcTestResult marked(TurnId turn) {
        return marked(turn, null);
    }

    private MvcTestResult marked(TurnId turn, @Nullable String there) {
        return mvc.post()
                .uri("/turns/{id}/marks", turn.value())
                .with(Somebody.signedIn(anna))
                .with(csrf())
                .header("HX-Request", "true")
                .header("X-Turns", there == null ? "" : there)
                .param("mark", "their_question")
                .exchange();
    }

    @Test
    void aResponseOthersWereGivenSaysSo() {
        String answer = "Our module " + Ids.next() + " takes two weeks to set up, and everybody is happy with it.";
        ContactId petra = scene.contactOf(anna, "Petra", "Kühn");
        ConversationId other = scene.begun(anna, petra);
        scene.asked(anna, other, "Since when?");
        scene.responded(anna, other, answer, scene.heard(anna, other, petra, "For a year."));
        scene.asked(anna, talk, "Since when?");
        TurnId heard = scene.heard(anna, talk, helen, "Since the spring.");

        assertThat(mvc.post()
                        .uri("/conversations/{id}/alike", talk.value())
                        .with(Somebody.signedIn(anna))
                        .with(csrf())
                        .param("text", answer))
                .hasStatusOk()
                .bodyText()
                .contains("Nearly what Petra Kühn was told on", answer, "/conversations/" + other.value() + "#t3");
        assertThat(mvc.post()
                        .uri("/conversations/{id}/alike", talk.value())
                        .with(Somebody.signedIn(somebody.whoSells()))
                        .with(csrf())
                        .param("text", answer))
                .hasStatus(404);
        scene.responded(anna, talk, answer, heard);
        assertThat(page(""))
                .bodyText()
                .contains("Nearly the same was told to somebody else", "/conversations/" + other.value() + "#t3");
    }

    private MvcTestResult got(String path) {
        return mvc.get().uri(path).with(Somebody.signedIn(anna)).exchange();
    }

    private MvcTestResult closed(UUID assumption, @Nullable String settled, String really) {
        var request = mvc.post()
                .uri("/conversations/{id}/closing", talk.value())
                .with(Somebody.signedIn(anna))
                .with(csrf())
                .param("id", Ids.next().toString())
                .param("outcome", "CONTINUES")
                .param("side", "us")
                .param("next", "Send the comparison")
                .param("due", LocalDate.now().plusDays(3).toString())
                .param("way", "KEEP_TALKING")
                .param("corrections[" + assumption + "]", really);
        if (settled != null) {
            request.param("settled[" + assumption + "]", settled);
        }
        return request.exchange();
    }

    private MvcTestResult page(String part) {
        return mvc.get()
                .uri("/conversations/" + talk.value() + part)
                .with(Somebody.signedIn(anna))
                .exchange();
    }
}
