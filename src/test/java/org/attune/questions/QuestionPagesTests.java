package org.attune.questions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.attune.AttuneTest;
import org.attune.SentForm;
import org.attune.Somebody;
import org.attune.access.Viewer;
import org.attune.conversations.ConversationId;
import org.attune.conversations.ConversationScene;
import org.attune.people.ContactId;
import org.attune.platform.Ids;
import org.attune.platform.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The bank's pages, and where its questions are shown. */
@AttuneTest
class QuestionPagesTests {

    private static final String BANK = "/admin/questions";
    private static final String SCRIPT = "<script>alert(1)</script> what?";

    @Autowired
    private QuestionBank bank;

    @Autowired
    private ConversationScene scene;

    @Autowired
    private Somebody somebody;

    @Autowired
    private MockMvcTester mvc;

    private final List<UUID> added = new ArrayList<>();
    private Viewer admin;

    @BeforeEach
    void anAdmin() {
        admin = somebody.whoAdministers();
    }

    @AfterEach
    void nobodyAsksThemAnyMore() {
        added.forEach(bank::retire);
    }

    @Test
    void showsTheQuestionsOfOneLanguageByGapAndStage() {
        assertThat(get(admin, BANK))
                .hasStatusOk()
                .bodyText()
                .contains("What does that cost you, as far as you can tell?", "Weighing", "not asked yet")
                .doesNotContain("Was kostet Sie das");
        assertThat(get(admin, BANK + "?language=de"))
                .hasStatusOk()
                .bodyText()
                .contains("Was kostet Sie das, soweit Sie es sagen können?");
        assertThat(get(admin, BANK + "?language=klingon&place=nowhere")).hasStatusOk();
    }

    @Test
    void addsWordsPlacesRetiresAndBringsBack() {
        UUID id = add("What would make tomorrow easier " + Ids.next() + "?");
        String page = BANK + "/" + id;
        SentForm reword = SentForm.opened(mvc, admin, page, page).with("words", "Would it " + id + "?");
        assertThat(reword.send(mvc, admin)).hasStatus(303);
        assertThat(get(admin, page))
                .hasStatusOk()
                .bodyText()
                .contains("Would it " + id, "What would make tomorrow easier", "Can be answered with yes or no");

        assertThat(post(page + "/place", Map.of("place", "1"))).hasStatus(303);
        assertThat(post(page + "/retirement", Map.of())).hasStatus(303);
        assertThat(bank.find(id).isRetired()).isTrue();
        assertThat(get(admin, BANK)).bodyText().contains("No longer asked", "Would it " + id);
        assertThat(post(page + "/restoration", Map.of())).hasStatus(303);
        assertThat(bank.find(id).isRetired()).isFalse();
    }

    @Test
    void saysAtTheFieldWhatIsMissingAndKeepsTheRest() {
        SentForm form =
                SentForm.opened(mvc, admin, BANK, BANK).with("words", "").choosing("place", "gap:cost");
        assertThat(form.send(mvc, admin))
                .hasStatus(422)
                .bodyText()
                .contains("Write the question.", "id=\"words-error\"", "<option value=\"gap:cost\" selected");
        form.with("words", "Kept as it was typed?").choosing("place", "gap:nothing");
        assertThat(form.send(mvc, admin))
                .hasStatus(422)
                .bodyText()
                .contains("Say where the question belongs.", "Kept as it was typed?");
        form.choosing("place", "gap:cost").choosing("language", "tlh");
        assertThat(form.send(mvc, admin)).hasStatus(422).bodyText().contains("Say in which language it is.");
    }

    @Test
    void showsAScriptAsTheTextItIs() {
        UUID id = add(SCRIPT + id());
        for (String page : List.of(BANK, BANK + "/" + id)) {
            assertThat(get(admin, page)).bodyText().doesNotContain(SCRIPT).contains("&lt;script&gt;alert(1)");
        }
    }

    @Test
    void doesNotExistForThoseWhoSellOrLead() {
        UUID id = add("What else " + id() + "?");
        for (Viewer other : List.of(somebody.whoSells(), somebody.whoLeads(somebody.aTeam()))) {
            for (String page : List.of(BANK, BANK + "/" + id)) {
                assertThat(get(other, page)).hasStatus(404);
            }
            for (String path : List.of("", "/" + id, "/" + id + "/place", "/" + id + "/retirement")) {
                assertThat(mvc.post()
                                .uri(BANK + path)
                                .with(Somebody.signedIn(other))
                                .with(csrf())
                                .param("id", id())
                                .param("place", "1"))
                        .hasStatus(404);
            }
        }
        assertThat(bank.find(id).isRetired()).isFalse();
    }

    @Test
    void aConversationSuggestsItAndRemembersThatItWasAsked() {
        Viewer anna = somebody.whoSells();
        ContactId helen = scene.contactOf(anna, "Helen", "Brandt");
        ConversationId talk = scene.begun(anna, helen);
        scene.heard(anna, talk, helen, "It costs us two days a month.");
        Question cost = costs().get(0);
        String page = "/conversations/" + talk.value();

        assertThat(get(anna, page))
                .hasStatusOk()
                .bodyText()
                .contains("data-question=\"" + cost.wording().code() + "\"", cost.words());
        int before = times(cost);
        SentForm.opened(mvc, anna, page, page + "/turns")
                .choosing("move", "ask")
                .with("text", cost.words())
                .with("question", cost.wording().code())
                .send(mvc, anna);
        assertThat(times(cost)).isEqualTo(before + 1);
        assertThat(get(anna, page)).bodyText().doesNotContain("data-ask=\"" + cost.words());
    }

    @Test
    void thePathOfAContactAndTheirPreparationAskWhatIsWorthAskingAtTheirStage() {
        Viewer anna = somebody.whoSells();
        ContactId helen = scene.contactOf(anna, "Helen", "Brandt");
        scene.heard(anna, scene.begun(anna, helen), helen, "Hello.");
        String contact = "/contacts/" + helen.value();
        assertThat(SentForm.opened(mvc, anna, contact, contact + "/stage").send(mvc, anna))
                .hasStatus(303);

        String asked = "What would you like to understand better about it?";
        assertThat(get(anna, contact)).bodyText().contains("Worth asking in Trust", asked);
        assertThat(get(anna, "/conversations/" + scene.begun(anna, helen).value()))
                .bodyText()
                .contains("Worth asking at this stage", asked);
        assertThat(get(anna, "/stages")).bodyText().contains(asked);
    }

    private List<Question> costs() {
        return bank.all().stream()
                .filter(one -> !one.isRetired()
                        && one.language() == Language.ENGLISH
                        && one.place().gap() == Gap.COST)
                .map(one -> new Question(new Wording(one.id(), one.number()), one.place(), one.language(), one.words()))
                .toList();
    }

    private int times(Question question) {
        return bank.all().stream()
                .filter(one -> one.id().equals(question.wording().question()))
                .mapToInt(one -> one.asked().times())
                .sum();
    }

    private UUID add(String words) {
        SentForm form =
                SentForm.opened(mvc, admin, BANK, BANK).with("words", words).choosing("place", "gap:problem");
        UUID id = UUID.fromString(form.typed("id"));
        added.add(id);
        assertThat(form.send(mvc, admin)).hasStatus(303);
        return id;
    }

    private static String id() {
        return Ids.next().toString();
    }

    private MvcTestResult get(Viewer viewer, String path) {
        return mvc.get().uri(path).with(Somebody.signedIn(viewer)).exchange();
    }

    private MvcTestResult post(String path, Map<String, String> form) {
        var request = mvc.post().uri(path).with(Somebody.signedIn(admin)).with(csrf());
        form.forEach(request::param);
        return request.exchange();
    }
}
