package org.attune.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.attune.Somebody.signedIn;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.attune.AttuneTest;
import org.attune.Happened;
import org.attune.Somebody;
import org.attune.Statements;
import org.attune.access.TeamId;
import org.attune.access.Viewer;
import org.attune.conversations.ConversationId;
import org.attune.conversations.Reflections;
import org.attune.conversations.Threads;
import org.attune.conversations.TurnId;
import org.attune.nurture.AgreeSilence;
import org.attune.nurture.NoteTouch;
import org.attune.nurture.Silences;
import org.attune.nurture.TouchKind;
import org.attune.nurture.Touches;
import org.attune.people.ContactId;
import org.attune.people.Contacts;
import org.attune.people.MergeContacts;
import org.attune.people.Merges;
import org.attune.platform.Ids;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@AttuneTest
class ContactPageTests {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Somebody somebody;

    @Autowired
    private Happened happened;

    @Autowired
    private Contacts contacts;

    @Autowired
    private Merges merges;

    @Autowired
    private Threads threads;

    @Autowired
    private Touches touches;

    @Autowired
    private Reflections reflections;

    @Autowired
    private Silences silences;

    private TeamId team;
    private Viewer anna;
    private ContactId helen;

    @BeforeEach
    void somebodyIsMet() {
        team = somebody.aTeam();
        anna = somebody.whoSells(team);
        helen = happened.met(anna);
    }

    @Test
    void showsWhatTheySaidAndNeedAndWhatIsOpen() {
        UUID talk = happened.spoke(anna, helen, "they");
        UUID said = happened.heard(talk, helen);
        happened.stated(said, anna);
        threads.open(anna, Ids.next(), new TurnId(happened.heard(talk, helen)), "ask when");

        assertThat(page(anna, ""))
                .hasStatusOk()
                .bodyText()
                .contains("<h1>Helen Brandt</h1>", "Call, they called", "Half of it is lost", "Surcharges go unbilled")
                .contains("has the problem", "Ask about it", "href=\"/conversations/" + talk, "2 turns, mostly theirs");
    }

    @Test
    void somebodyNewHasAPageThatSaysHowItBegins() {
        assertThat(page(anna, ""))
                .hasStatusOk()
                .bodyText()
                .contains("It begins with listening", "Not on the path yet", "Nothing is promised either way");
        assertThat(page(anna, "?show=touches")).hasStatusOk().bodyText().contains("Nothing yet beside conversations");
        assertThat(page(anna, "?show=whatever")).hasStatusOk().bodyText().contains("It begins with listening");
    }

    @Test
    void asksInTheConversationThatIsOpenOrElseInANewOne() {
        UUID talk = happened.spoke(anna, helen, "we");
        threads.open(anna, Ids.next(), new TurnId(happened.heard(talk, helen)), null);

        assertThat(page(anna, "")).bodyText().contains("<a class=\"btn sm\" href=\"/conversations/" + talk + "\"");
        Viewer manager = somebody.whoLeads(team);
        assertThat(page(manager, "")).bodyText().contains("/conversations/new?with=" + helen.value());
    }

    @Test
    void aThreadIsLetGoFromHere() {
        UUID turn = happened.heard(happened.spoke(anna, helen, "we"), helen);
        threads.open(anna, Ids.next(), new TurnId(turn), null);

        assertThat(post(anna, "/threads/" + turn + "/letting-go")).hasRedirectedUrl(path());
        assertThat(threads.of(anna, helen, 5)).isEmpty();
        assertThat(post(somebody.whoSells(), "/threads/" + turn + "/letting-go"))
                .hasStatus(404);
    }

    @Test
    void whatIsPrivateToSomebodyElseOnlyTookPlace() {
        UUID talk = happened.spoke(anna, helen, "they");
        happened.heard(talk, helen);
        happened.keptPrivate(talk);

        assertThat(page(somebody.whoLeads(team), ""))
                .hasStatusOk()
                .bodyText()
                .contains("Call, they called", "It took place. Only " + anna.name() + " can read it.")
                .doesNotContain("Half of it is lost", "href=\"/conversations/" + talk);
        assertThat(page(anna, "")).bodyText().contains("Half of it is lost");
    }

    @Test
    void whatWasLearnedIsGivenBackAndAboutOneselfToItsAuthorAlone() {
        UUID talk = happened.spoke(anna, helen, "they");
        reflections.write(anna, new ConversationId(talk), "She decides fast.", "I talked over her.");

        assertThat(page(anna, "")).bodyText().contains("She decides fast.", "I talked over her.");
        assertThat(talkPage(anna, talk)).bodyText().contains("She decides fast.", "I talked over her.");
        Viewer manager = somebody.whoLeads(team);
        assertThat(page(manager, ""))
                .bodyText()
                .contains("She decides fast.", anna.name())
                .doesNotContain("I talked over her.");
        assertThat(talkPage(manager, talk))
                .hasStatusOk()
                .bodyText()
                .contains("She decides fast.")
                .doesNotContain("I talked over her.");
    }

    @Test
    void whatIsPersonalIsNotQuotedInPassing() {
        UUID said = happened.heard(happened.spoke(anna, helen, "they"), helen);
        happened.marked(said, "personal");

        assertThat(page(anna, "")).hasStatusOk().bodyText().doesNotContain("Half of it is lost");
    }

    @Test
    void touchesMovesAndIntroductionsStandInTheSameOrder() {
        ContactId pieter = happened.met(anna, "Pieter de Wit");
        happened.introduced(pieter, helen, anna);
        happened.introduced(helen, happened.met(somebody.whoSells(), "Stranger Elsewhere"), anna);
        touches.note(anna, new NoteTouch(Ids.next(), helen, TouchKind.TRIED_TO_REACH, false, null, null));

        assertThat(page(anna, ""))
                .hasStatusOk()
                .bodyText()
                .contains("Tried to reach them", "Pieter de Wit introduced Helen Brandt")
                .doesNotContain("Stranger Elsewhere");
        assertThat(page(anna, "?show=touches"))
                .bodyText()
                .contains("Tried to reach them")
                .doesNotContain("Pieter de Wit introduced Helen");
    }

    @Test
    void saysUntilWhenTheyAreLeftInPeace() {
        silences.agree(
                anna, new AgreeSilence(Ids.next(), helen, LocalDate.now().plusDays(40), "The board decides", null));

        assertThat(page(anna, "")).bodyText().contains("leave in peace until", "The board decides");
    }

    @Test
    void anArchivedContactCanBeTakenOutAgain() {
        contacts.archive(anna, helen);

        assertThat(page(anna, "")).hasStatusOk().bodyText().contains("Archived on", path() + "/restoration");
    }

    @Test
    void theOldAddressOfSomebodyWhoWasMergedLeadsToWhomTheyBecame() {
        ContactId again = happened.met(anna, "Helena Brandt");
        merges.merge(anna, new MergeContacts(Ids.next(), helen, again, 0, 0, Set.of()));

        assertThat(mvc.get().uri("/contacts/" + again.value()).with(signedIn(anna)))
                .hasStatus3xxRedirection()
                .hasRedirectedUrl(path());
        assertThat(page(anna, "")).bodyText().contains("Take the merge back");
    }

    @Test
    void theTimeTogetherGoesOnBelow() {
        for (int day = 0; day < 25; day++) {
            happened.heard(happened.spoke(anna, helen, "they"), helen, NOON.plusSeconds(day));
        }
        String first = text(page(anna, "?show=conversations"));
        String next = first.replaceAll("(?s).*id=\"pager\".*?href=\"([^\"]+)\".*", "$1")
                .replace("&amp;", "&");

        assertThat(first.split("Call, they called", -1)).hasSize(21);
        assertThat(text(mvc.get().uri(next).with(signedIn(anna)).exchange()).split("Call, they called", -1))
                .hasSize(6);
        assertThat(page(anna, "?after=nonsense")).hasStatus(404);
    }

    @Test
    void thirtyConversationsCostAsManyStatementsAsOne() {
        happened.stated(happened.heard(happened.spoke(anna, helen, "they"), helen), anna);
        page(anna, "");
        int one = Statements.during(() -> page(anna, ""));
        for (int n = 1; n < 30; n++) {
            happened.stated(happened.heard(happened.spoke(anna, helen, "they"), helen), anna);
        }

        assertThat(Statements.during(() -> page(anna, ""))).isEqualTo(one).isPositive();
    }

    @Test
    void onlyThoseWhoSeeThemSeeTheirPage() {
        assertThat(page(somebody.whoSells(), "")).hasStatus(404);
        assertThat(page(somebody.whoSells(team), "")).hasStatus(404);
        assertThat(page(somebody.whoAdministers(), "")).hasStatus(404);
        assertThat(page(somebody.whoLeads(team), "")).hasStatusOk().bodyText().contains(path() + "/owner");
        assertThat(page(anna, "")).bodyText().contains(path() + "/edit").doesNotContain(path() + "/owner");
    }

    private MvcTestResult page(Viewer viewer, String query) {
        MvcTestResult page =
                mvc.get().uri(path() + query).with(signedIn(viewer)).exchange();
        if (page.getResponse().getStatus() == 200) {
            assertThat(text(page)).as("a page written to its end").contains("</html>");
        }
        return page;
    }

    private MvcTestResult post(Viewer viewer, String below) {
        return mvc.post()
                .uri(path() + below)
                .with(signedIn(viewer))
                .with(csrf())
                .exchange();
    }

    private String path() {
        return "/contacts/" + helen.value();
    }

    private MvcTestResult talkPage(Viewer viewer, UUID talk) {
        return mvc.get().uri("/conversations/{id}", talk).with(signedIn(viewer)).exchange();
    }

    private static String text(MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString();
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
