package org.attune.conversations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.List;
import java.util.UUID;
import org.attune.AttuneTest;
import org.attune.SentForm;
import org.attune.Somebody;
import org.attune.access.Viewer;
import org.attune.people.ContactId;
import org.attune.platform.Ids;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The pages of themes: the admin's, and the one where a turn gets its theme. */
@AttuneTest
class ThemePagesTests {

    private static final String THEMES = "/admin/themes";

    @Autowired
    private Themes themes;

    @Autowired
    private TendedThemes tended;

    @Autowired
    private ConversationScene scene;

    @Autowired
    private Somebody somebody;

    @Autowired
    private MockMvcTester mvc;

    private Viewer admin;
    private Viewer anna;
    private ContactId helen;
    private TurnId heard;
    private String code;

    @BeforeEach
    void somethingWasHeard() {
        admin = somebody.whoAdministers();
        anna = somebody.whoSells();
        helen = scene.contactOf(anna);
        heard = scene.heard(anna, scene.begun(anna, helen), helen, "We type it twice, Mrs Confidential.");
        code = new StringBuilder(Ids.next().toString().replace("-", ""))
                .reverse()
                .toString();
    }

    @Test
    void makesRenamesMergesAndTakesTheMergeBack() {
        UUID goes = made("Typing " + code);
        UUID stays = made("Entry " + new StringBuilder(code).reverse());
        themes.add(anna, heard, "Typing " + code);
        String page = THEMES + "/" + goes;

        assertThat(SentForm.opened(mvc, admin, page, page)
                        .with("name", "Retyping " + code)
                        .send(mvc, admin))
                .hasStatus(303);
        assertThat(get(admin, page)).bodyText().contains("Retyping " + code, "Typing " + code, "1 turn");

        SentForm merge = SentForm.opened(mvc, admin, page + "/merge?into=" + stays, page + "/merge");
        assertThat(get(admin, page + "/merge?into=" + stays))
                .bodyText()
                .contains("becomes part of", "none carries both");
        assertThat(merge.send(mvc, admin)).hasStatus(303);
        assertThat(get(admin, page)).hasStatusOk().bodyText().contains("It is part of another theme");
        assertThat(get(admin, THEMES + "?q=" + code)).bodyText().contains("Entry ", "also Retyping " + code);

        String undo = THEMES + "/merges/" + merge.typed("id") + "/undo";
        assertThat(post(admin, undo)).hasStatus(303);
        assertThat(tended.find(goes).isMerged()).isFalse();
        assertThat(post(admin, page + "/retirement")).hasStatus(303);
        assertThat(tended.find(goes).retired()).isTrue();
        assertThat(post(admin, page + "/restoration")).hasStatus(303);
    }

    @Test
    void pointsOutWhatIsMuchAlikeAndMakesItIfThatIsMeant() {
        UUID known = made("Surcharge " + code);
        SentForm form = SentForm.opened(mvc, admin, THEMES, THEMES).with("name", "Surcharges " + code);
        assertThat(form.send(mvc, admin))
                .hasStatus(422)
                .bodyText()
                .contains("There is one much like it", known.toString());
        assertThat(form.choosing("anyway", "true").send(mvc, admin)).hasStatus(303);

        String page = "/turns/" + heard.value() + "/themes";
        SentForm ours = SentForm.opened(mvc, anna, page, page).with("theme", "Surchargez " + code);
        assertThat(ours.send(mvc, anna)).hasStatus(422).bodyText().contains("Is it one of these?");
        assertThat(ours.choosing("anyway", "true").send(mvc, anna)).hasStatus(303);
    }

    @Test
    void saysAtTheFieldWhatIsWrong() {
        UUID known = made("Known " + code);
        assertThat(named("")).hasStatus(422).bodyText().contains("id=\"name-error\"");
        assertThat(named("x".repeat(61))).hasStatus(422).bodyText().contains("id=\"name-error\"");
        assertThat(named("KNOWN " + code)).hasStatus(422).bodyText().contains("is there already");
        tended.retire(known);
        String page = "/turns/" + heard.value() + "/themes";
        assertThat(SentForm.opened(mvc, anna, page, page)
                        .with("theme", "known " + code)
                        .send(mvc, anna))
                .hasStatus(422)
                .bodyText()
                .contains("is no longer used", "value=\"known " + code);
        assertThat(get(admin, THEMES + "/" + known + "/merge?into=" + known))
                .hasStatus(422)
                .bodyText()
                .contains("cannot become part of itself");
        assertThat(get(admin, THEMES + "/" + Ids.next())).hasStatus(404);
    }

    @Test
    void showsAScriptAsTheTextItIs() {
        String script = "<script>" + code.substring(0, 30) + "</script>";
        UUID theme = made(script);
        for (String page : List.of(
                THEMES + "?q=" + code.substring(0, 30), THEMES + "/" + theme, THEMES + "/" + theme + "/merge")) {
            assertThat(get(admin, page))
                    .hasStatusOk()
                    .bodyText()
                    .doesNotContain(script)
                    .contains("&lt;script&gt;");
        }
    }

    @Test
    void anAdminSeesNumbersAndNoWordOfACustomer() {
        UUID theme = themes.add(anna, heard, "Billing " + code).id();
        for (String page : List.of(THEMES + "?q=" + code, THEMES + "/" + theme)) {
            assertThat(get(admin, page))
                    .hasStatusOk()
                    .bodyText()
                    .contains("1 turn")
                    .doesNotContain("Confidential");
        }
        assertThat(get(admin, THEMES + "?q=nothing" + code)).bodyText().contains("No theme is called that.");
    }

    @Test
    void doesNotExistForThoseWhoSellOrLead() {
        UUID theme = made("Closed " + code);
        for (Viewer other : List.of(anna, somebody.whoLeads(somebody.aTeam()))) {
            for (String page : List.of(THEMES, THEMES + "/" + theme, THEMES + "/" + theme + "/merge")) {
                assertThat(get(other, page)).hasStatus(404);
            }
            for (String path : List.of(
                    "",
                    "/" + theme,
                    "/" + theme + "/merge",
                    "/" + theme + "/retirement",
                    "/merges/" + theme + "/undo")) {
                assertThat(post(other, THEMES + path)).hasStatus(404);
            }
        }
        assertThat(tended.find(theme).retired()).isFalse();
    }

    private MvcTestResult named(String name) {
        return SentForm.opened(mvc, admin, THEMES, THEMES).with("name", name).send(mvc, admin);
    }

    private UUID made(String name) {
        UUID id = Ids.next();
        tended.make(admin, id, name);
        return id;
    }

    private MvcTestResult get(Viewer viewer, String path) {
        return mvc.get().uri(path).with(Somebody.signedIn(viewer)).exchange();
    }

    private MvcTestResult post(Viewer viewer, String path) {
        return mvc.post()
                .uri(path)
                .with(Somebody.signedIn(viewer))
                .with(csrf())
                .param("id", Ids.next().toString())
                .param("into", Ids.next().toString())
                .exchange();
    }
}
