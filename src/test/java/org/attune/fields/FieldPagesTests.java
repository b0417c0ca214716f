package org.attune.fields;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.List;
import java.util.UUID;
import org.attune.AttuneTest;
import org.attune.SentForm;
import org.attune.Somebody;
import org.attune.Statements;
import org.attune.access.Viewer;
import org.attune.platform.Ids;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The admin's pages about fields of one's own, and who is refused. */
@AttuneTest
class FieldPagesTests {

    private static final String SCRIPT = "<script>alert(1)</script>";

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Somebody somebody;

    @Autowired
    private Fields fields;

    @Autowired
    private OwnFields own;

    private Viewer admin;

    @BeforeEach
    void anAdmin() {
        admin = somebody.whoAdministers();
    }

    @AfterEach
    void askForNothingMore() {
        own.areAskedForNoMore();
    }

    @Test
    void aFieldIsAddedDescribedAndRetired() {
        String name = "Customer number " + Ids.next();
        SentForm form = SentForm.opened(mvc, admin, "/admin/fields", "/admin/fields")
                .with("name", name)
                .choosing("kind", "TEXT")
                .choosing("holder", "COMPANY");
        String page = "/admin/fields/" + form.value("id");
        assertThat(form.send(mvc, admin)).hasStatus(303).hasRedirectedUrl(page);
        assertThat(SentForm.opened(mvc, admin, page, page)
                        .with("hint", "As on the invoice")
                        .choosing("searched", "true")
                        .send(mvc, admin))
                .hasStatus(303);
        Field field = fields.find(UUID.fromString(form.value("id")));
        assertThat(field.hint()).isEqualTo("As on the invoice");
        assertThat(field.searched()).isTrue();
        assertThat(post(page + "/retirement")).hasStatus(303);
        assertThat(get("/admin/fields")).bodyText().contains(name, "Retired", "Ask for it again");
    }

    @Test
    void whatIsWrongStandsAtTheFieldAndNothingIsLost() {
        SentForm form = SentForm.opened(mvc, admin, "/admin/fields", "/admin/fields")
                .with("name", "–")
                .choosing("kind", "LINK")
                .choosing("holder", "COMPANY");
        assertThat(form.send(mvc, admin))
                .hasStatus(422)
                .bodyText()
                .contains("Give the field a name.", "name-error", "value=\"LINK\" selected", "value=\"COMPANY\"");
        assertThat(form.with("name", "x".repeat(300)).send(mvc, admin)).hasStatus(422);
        assertThat(form.with("name", own.of(Holder.COMPANY, FieldKind.DAY).name())
                        .send(mvc, admin))
                .hasStatus(422)
                .bodyText()
                .contains("There is a field of that name already.");
    }

    @Test
    void theEffectOfRequiringItIsSaidBefore() {
        Field field = own.of(Holder.CONTACT, FieldKind.TEXT);
        FieldUse use = fields.use(field);
        assertThat(get("/admin/fields/" + field.id())).bodyText().contains("Nobody changes by this", "Known of 0 of");
        assertThat(use.lacking()).isEqualTo(use.all());
    }

    @Test
    void choicesAreOfferedOneByOne() {
        Field field = own.of(Holder.CONTACT, FieldKind.CHOICES);
        String page = "/admin/fields/" + field.id();
        assertThat(SentForm.opened(mvc, admin, page, page + "/choices")
                        .with("name", "Sailing")
                        .send(mvc, admin))
                .hasStatus(303);
        assertThat(SentForm.opened(mvc, admin, page, page + "/choices")
                        .with("name", "sailing")
                        .send(mvc, admin))
                .hasStatus(422)
                .bodyText()
                .contains("There is, or was, a choice of that name.", "choice-name-error");
        UUID sailing = fields.find(field.id()).offered().get(0).id();
        String choice = page + "/choices/" + sailing;
        assertThat(SentForm.opened(mvc, admin, choice, choice).with("name", "").send(mvc, admin))
                .hasStatus(422);
        assertThat(post(choice + "/place", "place", "7")).hasStatus(303);
        assertThat(post(choice + "/retirement")).hasStatus(303);
        assertThat(get(page)).bodyText().contains("There is nothing to choose from yet", "Offer it again");
        assertThat(post(choice + "/restoration")).hasStatus(303);
        assertThat(fields.find(field.id()).offered())
                .extracting(FieldChoice::name)
                .containsExactly("Sailing");
    }

    @Test
    void aScriptInANameIsWords() {
        String name = SCRIPT + Ids.next().toString().substring(24);
        SentForm form = SentForm.opened(mvc, admin, "/admin/fields", "/admin/fields")
                .with("name", name)
                .choosing("kind", "CHOICE");
        assertThat(form.send(mvc, admin)).hasStatus(303);
        UUID id = UUID.fromString(form.value("id"));
        String page = "/admin/fields/" + id;
        SentForm.opened(mvc, admin, page, page + "/choices")
                .with("name", SCRIPT)
                .send(mvc, admin);
        for (String path : List.of("/admin/fields", page)) {
            assertThat(get(path)).bodyText().contains("&lt;script&gt;").doesNotContain(SCRIPT);
        }
        fields.retire(admin, id);
    }

    @Test
    void whatIsNotThereIsNotFound() {
        Field text = own.of(Holder.CONTACT, FieldKind.TEXT);
        assertThat(get("/admin/fields/" + Ids.next())).hasStatus(404);
        assertThat(get("/admin/fields/nonsense")).hasStatus(404);
        assertThat(post("/admin/fields/" + Ids.next() + "/retirement")).hasStatus(404);
        assertThat(post("/admin/fields/" + text.id() + "/choices", "name", "Sailing"))
                .hasStatus(404);
        assertThat(get("/admin/fields/" + text.id() + "/choices/" + Ids.next())).hasStatus(404);
    }

    @Test
    void aPlaceThatIsNoneIsRefused() {
        Field field = own.of(Holder.CONTACT, FieldKind.TEXT);
        assertThat(post("/admin/fields/" + field.id() + "/place", "place", "high"))
                .hasStatus(400);
        assertThat(post("/admin/fields/" + field.id() + "/place", "place", "-2147483648"))
                .hasStatus(303);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/admin/fields", "/admin/fields/%s", "/admin/fields/%s/choices/%s"})
    void onlyAdminsComeHere(String path) {
        Field field = own.choosing(Holder.CONTACT, FieldKind.CHOICE, "Sailing");
        String address = path.formatted(field.id(), field.offered().get(0).id());
        assertThat(get(address)).hasStatusOk();
        for (Viewer other : List.of(somebody.whoSells(), somebody.whoLeads())) {
            assertThat(mvc.get().uri(address).with(Somebody.signedIn(other))).hasStatus(404);
            assertThat(mvc.post()
                            .uri(address)
                            .with(Somebody.signedIn(other))
                            .with(csrf())
                            .param("name", "Mine"))
                    .hasStatus(404);
        }
    }

    @Test
    void theListCostsTheSameHoweverManyFieldsThereAre() {
        own.of(Holder.CONTACT, FieldKind.TEXT);
        int few = statements();
        for (int n = 0; n < 8; n++) {
            own.choosing(Holder.CONTACT, FieldKind.CHOICE, "Sailing", "Rowing");
        }
        assertThat(statements()).isEqualTo(few).isLessThan(6);
    }

    private int statements() {
        return Statements.during(() -> assertThat(get("/admin/fields")).hasStatusOk());
    }

    private MvcTestResult get(String path) {
        return mvc.get().uri(path).with(Somebody.signedIn(admin)).exchange();
    }

    private MvcTestResult post(String path, String... values) {
        var request = mvc.post().uri(path).with(Somebody.signedIn(admin)).with(csrf());
        for (int at = 0; at < values.length; at += 2) {
            request.param(values[at], values[at + 1]);
        }
        return request.exchange();
    }
}
