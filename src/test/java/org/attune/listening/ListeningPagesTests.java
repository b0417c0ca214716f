package org.attune.listening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.attune.Somebody.signedIn;

import java.util.List;
import java.util.Map;
import org.attune.AttuneTest;
import org.attune.Happened;
import org.attune.SentForm;
import org.attune.Somebody;
import org.attune.access.TeamId;
import org.attune.access.Viewer;
import org.attune.conversations.CloseConversation;
import org.attune.conversations.ConversationId;
import org.attune.conversations.ConversationScene;
import org.attune.conversations.Conversations;
import org.attune.conversations.Outcome;
import org.attune.conversations.TurnId;
import org.attune.figures.FiguresAboutPeople;
import org.attune.figures.FiguresLevel;
import org.attune.people.ContactId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The facts of a conversation on its page, and marks that are suggested and wait for one key. */
@AttuneTest
class ListeningPagesTests {

    private static final String SUGGESTED = "Does it first take up what they had said?";

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private ConversationScene scene;

    @Autowired
    private Conversations conversations;

    @Autowired
    private FiguresAboutPeople figures;

    @Autowired
    private Somebody somebody;

    @Autowired
    private Happened happened;

    @Autowired
    private JdbcClient jdbc;

    private Viewer anna;
    private Viewer lead;
    private ContactId helen;
    private ConversationId talk;
    private TurnId reply;
    private TurnId push;

    @BeforeEach
    void aConversation() {
        TeamId team = somebody.aTeam();
        anna = somebody.whoSells(team);
        lead = somebody.whoLeads(team);
        helen = scene.contactOf(anna);
        talk = scene.begun(anna, helen);
        scene.heard(anna, talk, helen, "We close the month on the eleventh.");
        scene.asked(anna, talk, "What happens until then?");
        TurnId question = scene.heard(anna, talk, helen, "Half of it is lost. How do others do that?");
        reply = scene.responded(anna, talk, "That makes sense. They bill from the van.", question);
        scene.heard(anna, talk, helen, "From the van.");
        push = scene.told(anna, talk, "You should start this week.");
        settle(FiguresLevel.OWN_EYES);
    }

    @AfterEach
    void asItCameWithAttune() {
        settle(FiguresLevel.OWN_EYES);
    }

    @Test
    void eachFactStandsThereWithItsTurns() {
        close();
        assertThat(page(anna))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "Their share of the words",
                        "1 of 3",
                        "1 of 1",
                        "Our longest run",
                        "One side spoke fewer than four times",
                        "tried in English only",
                        "/conversations/" + talk.value() + "#t2",
                        "/conversations/" + talk.value() + "#t4")
                .doesNotContain("??");
    }

    @Test
    void whereNothingCanBeMeasuredThereIsADashAndASentenceAndNoNumber() {
        ConversationId silent = scene.begun(anna, helen);
        assertThat(mvc.get().uri(path(silent)).with(signedIn(anna)))
                .hasStatusOk()
                .bodyText()
                .contains("Nothing was said.", "We said nothing.", "No question of theirs was found.")
                .doesNotContain("0%", "0 of 0");
        assertThat(page(anna)).bodyText().contains("The log is not complete, so shares of words are no measure here");
    }

    @Test
    void aSuggestionIsConfirmedOrRefusedWithOneKeyAndWithoutScript() {
        close();
        MvcTestResult page = page(anna);
        assertThat(page)
                .bodyText()
                .contains(SUGGESTED, "Does it push them?", "data-key=\"y\"", "data-key=\"n\"", "2 wait for you");

        assertThat(said(reply, "acknowledged", "yes", anna)).hasStatus(303);
        assertThat(said(reply, "acknowledged", "yes", anna)).hasStatus(303);
        assertThat(page(anna)).bodyText().contains("1 waits for you").doesNotContain(SUGGESTED);
        assertThat(marks()).containsExactly(Map.of("kind", "acknowledged", "suggested", true));
        assertThat(measure()).containsEntry("acknowledged", 1).containsEntry("gone_through", false);

        assertThat(said(push, "pushed", "no", anna)).hasStatus(303);
        assertThat(page(anna))
                .bodyText()
                .doesNotContain("Does it push them?", "wait for you", "waits for you", "Anything else to mark?")
                .doesNotContain("It counts once whoever had the conversation");
        assertThat(measure()).containsEntry("pushes", 0).containsEntry("gone_through", true);
    }

    @Test
    void whatWasSaidIsTakenBackAndAsksAgain() {
        close();
        said(reply, "acknowledged", "yes", anna);
        said(push, "pushed", "no", anna);

        assertThat(said(push, "pushed", "open", anna)).hasStatus(303);
        assertThat(said(reply, "acknowledged", "open", anna)).hasStatus(303);

        assertThat(page(anna)).bodyText().contains("2 wait for you");
        assertThat(measure()).containsEntry("acknowledged", 0).containsEntry("gone_through", false);
        assertThat(marks()).isEmpty();
    }

    @Test
    void whereNothingIsSuggestedOneSaysThatThereIsNothing() {
        ConversationId plain = scene.begun(anna, helen);
        scene.heard(anna, plain, helen, "We bill by hand.");
        scene.told(anna, plain, "By hand.");
        SentForm through = SentForm.to("/conversations/" + plain.value() + "/marks-gone-through");
        assertThat(through.send(mvc, anna)).as("it goes on").hasStatus(422);
        conversations.close(anna, new CloseConversation(plain, Outcome.GOODBYE, null, null, false, false, true));

        assertThat(mvc.get().uri(path(plain)).with(signedIn(anna)))
                .bodyText()
                .contains("Anything else to mark?", "It counts once whoever had the conversation");
        assertThat(through.send(mvc, lead)).hasStatus(404);
        assertThat(through.send(mvc, anna)).hasStatus(303);
        assertThat(through.send(mvc, anna)).hasStatus(303);

        assertThat(mvc.get().uri(path(plain)).with(signedIn(anna)))
                .bodyText()
                .doesNotContain("Anything else to mark?", "It counts once whoever had the conversation");
    }

    @Test
    void asLongAsASuggestionWaitsItIsNotGoneThrough() {
        close();
        assertThat(SentForm.to("/conversations/" + talk.value() + "/marks-gone-through")
                        .send(mvc, anna))
                .hasStatus(422);
        assertThat(measure()).containsEntry("gone_through", false);
    }

    @Test
    void howSomebodySpokeIsForThoseTheOrganisationSettled() {
        close();
        assertThat(page(lead))
                .hasStatusOk()
                .bodyText()
                .contains("How we spoke is not shown here", "Who started")
                .doesNotContain("Our longest run", "1 of 3", SUGGESTED, "interest over time");
        assertThat(said(reply, "acknowledged", "yes", lead)).hasStatus(404);

        settle(FiguresLevel.OWN_EYES_AND_MANAGER);
        assertThat(page(lead))
                .bodyText()
                .contains("How we spoke is not shown here", "first ten conversations are for nobody else")
                .doesNotContain("Our longest run", "1 of 3");
        assertThat(page(anna)).bodyText().contains("Our longest run", "1 of 3");

        for (int earlier = 0; earlier < 10; earlier++) {
            happened.spoke(anna, helen, "they");
        }
        assertThat(page(lead)).bodyText().contains("Our longest run", "1 of 3").doesNotContain(SUGGESTED);

        settle(FiguresLevel.OFF);
        assertThat(page(anna))
                .bodyText()
                .contains("How we spoke is not shown here")
                .doesNotContain("Our longest run", SUGGESTED);
    }

    @Test
    void whoeverMayNotReadItFindsNothing() {
        Viewer elsewhere = somebody.whoSells();
        assertThat(page(elsewhere)).hasStatus(404);
        assertThat(said(reply, "acknowledged", "yes", elsewhere)).hasStatus(404);
    }

    @Test
    void onlyWhatIsSuggestedIsAnsweredAndOnlyOnTurnsOfOurs() {
        TurnId heard = scene.heard(anna, talk, helen, "You should have seen it.");
        assertThat(said(heard, "pushed", "yes", anna)).hasStatus(404);
        assertThat(said(reply, "sensitive", "yes", anna)).hasStatus(404);
        assertThat(said(reply, "whatever", "yes", anna)).hasStatus(404);
        assertThat(said(reply, "pushed", "whatever", anna)).hasStatus(404);
    }

    @Test
    void theConversationsPageLeadsThereAndOffersTheMarksOnOurTurns() {
        String conversation = "/conversations/" + talk.value();
        assertThat(mvc.get().uri(conversation).with(signedIn(anna)))
                .bodyText()
                .contains(path(talk), "Takes up what they said", "Plays back what they said");
        assertThat(mvc.get().uri(conversation).with(signedIn(lead)))
                .bodyText()
                .contains(path(talk))
                .doesNotContain("Takes up what they said");

        assertThat(SentForm.to("/turns/" + reply.value() + "/marks")
                        .choosing("mark", "pushed")
                        .choosing("on", "true")
                        .send(mvc, anna))
                .hasStatus(303);
        assertThat(marks()).containsExactly(Map.of("kind", "pushed", "suggested", false));
    }

    private List<Map<String, Object>> marks() {
        return jdbc.sql(
                        "select m.kind, m.suggested from turn_mark m join turn t on t.id = m.turn_id where t.conversation_id = :id")
                .param("id", talk.value())
                .query()
                .listOfRows();
    }

    private Map<String, Object> measure() {
        return jdbc.sql("select * from conversation_measure where conversation_id = :id")
                .param("id", talk.value())
                .query()
                .singleRow();
    }

    private void close() {
        conversations.close(anna, new CloseConversation(talk, Outcome.CONTINUES, null, 20, true, false, true));
    }

    private MvcTestResult page(Viewer viewer) {
        return mvc.get().uri(path(talk)).with(signedIn(viewer)).exchange();
    }

    private static String path(ConversationId conversation) {
        return "/conversations/" + conversation.value() + "/listening";
    }

    private MvcTestResult said(TurnId turn, String mark, String verdict, Viewer viewer) {
        return SentForm.to("/turns/" + turn.value() + "/suggestion")
                .choosing("mark", mark)
                .choosing("verdict", verdict)
                .send(mvc, viewer);
    }

    private void settle(FiguresLevel level) {
        figures.settle(somebody.whoAdministers(), level, figures.current().number());
    }
}
