package org.attune.audit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.attune.Somebody.signedIn;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.attune.AttuneTest;
import org.attune.Somebody;
import org.attune.access.TeamId;
import org.attune.access.Viewer;
import org.attune.conversations.ConversationScene;
import org.attune.offers.OfferScene;
import org.attune.people.ContactId;
import org.attune.platform.Ids;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Erasing as an admin does it, who does not see whom. */
@AttuneTest
class ErasurePagesTests {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Somebody somebody;

    @Autowired
    private ConversationScene talks;

    @Autowired
    private OfferScene offered;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void onlyAdminsForget() {
        TeamId team = somebody.aTeam();
        Viewer anna = somebody.whoSells(team);
        Viewer lead = somebody.whoLeads(team);
        ContactId helen = talks.contactOf(anna, "Helen", "Brandt");
        for (Viewer refused : List.of(anna, lead)) {
            assertThat(mvc.get().uri("/admin/erasure").with(signedIn(refused))).hasStatus(404);
            assertThat(mvc.get().uri("/admin/erasure/" + helen.value()).with(signedIn(refused)))
                    .hasStatus(404);
            assertThat(erases(refused, helen, "Helen Brandt", "Asked by letter"))
                    .hasStatus(404);
            assertThat(mvc.post()
                            .uri("/admin/erasure/" + helen.value() + "/known")
                            .with(signedIn(refused))
                            .with(csrf()))
                    .hasStatus(404);
        }
        assertThat(mvc.get().uri("/contacts/" + helen.value()).with(signedIn(anna)))
                .bodyText()
                .contains("Helen Brandt");
    }

    @Test
    void anAdminFindsWhomTheyDoNotSeeByAWholeNameOnly() {
        Viewer admin = somebody.whoAdministers();
        String family = "Quarnstrom" + Ids.next().toString().substring(30);
        ContactId helen = talks.contactOf(somebody.whoSells(), "Helen", family);
        assertThat(finds(admin, "Helen " + family))
                .bodyText()
                .contains("/admin/erasure/" + helen.value(), "Somebody known by that");
        assertThat(finds(admin, family))
                .bodyText()
                .contains("Nobody here is known by that")
                .doesNotContain(helen.value().toString());
        assertThat(finds(admin, "/contacts/" + helen.value()))
                .bodyText()
                .contains("/admin/erasure/" + helen.value())
                .doesNotContain("Helen " + family);
        assertThat(mvc.get().uri("/admin/erasure/" + helen.value()).with(signedIn(admin)))
                .bodyText()
                .contains("This goes", "This stays", "cannot be undone")
                .doesNotContain(family);
        assertThat(finds(admin, " ")).hasStatus(422).bodyText().contains("Write an address, a number or a full name");
        assertThat(finds(admin, "x".repeat(301))).hasStatus(422);
        assertThat(jdbc.sql("select count(*) from audit_entry where deed = 'looked_up' and actor = :id")
                        .param("id", admin.uuid())
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    void lookingForNobodySaysSoAtTheField() {
        Viewer admin = somebody.whoAdministers();
        assertThat(finds(admin, " ")).hasStatus(422).bodyText().contains("Write an address, a number or a full name");
        assertThat(finds(admin, "o".repeat(301)))
                .hasStatus(422)
                .bodyText()
                .contains("Use at most 300 characters", "o".repeat(301));
        assertThat(mvc.post().uri("/admin/erasure/search").with(signedIn(admin)).with(csrf()))
                .hasStatus(422);
    }

    @Test
    void afterwardsEveryPageSaysSoInItsPlace() {
        Viewer anna = somebody.whoSells();
        OfferScene.Story said = offered.complete(anna);
        UUID offer = offered.sent(said).value();
        assertThat(erases(somebody.whoAdministers(), said.helen(), "Helen Brandt", "Asked by letter"))
                .hasStatus(303);

        for (String page : List.of(
                "/contacts/" + said.helen().value(),
                "/conversations/" + said.talk().value(),
                "/needs/" + said.need().value(),
                "/offers/" + offer,
                "/offers/" + offer + "/print",
                "/history/contacts/" + said.helen().value())) {
            assertThat(mvc.get().uri(page).with(signedIn(anna)))
                    .as(page)
                    .hasStatusOk()
                    .bodyText()
                    .doesNotContain("Brandt", "two thousand a month");
        }
        for (String page : List.of(
                "/contacts/" + said.helen().value(),
                "/conversations/" + said.talk().value(),
                "/offers/" + offer)) {
            assertThat(mvc.get().uri(page).with(signedIn(anna)))
                    .as(page)
                    .bodyText()
                    .containsPattern("\\[erased on request, \\d{1,2} \\w{3}]");
        }
        assertThat(mvc.get().uri("/contacts/" + said.helen().value() + "/edit").with(signedIn(anna)))
                .hasStatus(404);
        assertThat(mvc.get().uri("/history/contacts/" + said.helen().value()).with(signedIn(anna)))
                .bodyText()
                .contains("erased what was known about a person", "What it was is erased");
    }

    @Test
    void afterwardsNothingNewIsWrittenAboutThem() {
        Viewer anna = somebody.whoSells();
        OfferScene.Story said = offered.complete(anna);
        String contact = "/contacts/" + said.helen().value();
        assertThat(erases(somebody.whoAdministers(), said.helen(), "Helen Brandt", "Asked by letter"))
                .hasStatus(303);

        assertThat(mvc.get().uri(contact).with(signedIn(anna)))
                .bodyText()
                .doesNotContain(contact + "/promises", contact + "/introductions", contact + "/touches\"", "with=");
        for (String page : List.of("/promises", "/touches", "/silence", "/edit", "/offers/new")) {
            assertThat(mvc.get().uri(contact + page).with(signedIn(anna)))
                    .as(page)
                    .hasStatus(404);
        }
        Map<String, Map<String, String>> additions = Map.of(
                contact + "/promises",
                Map.of("side", "US", "words", "Send the list", "due", "2031-02-03"),
                contact + "/introductions",
                Map.of("part", "BROUGHT", "who", "Petra Kühn"),
                contact + "/touches",
                Map.of("kind", "GREETING"),
                contact + "/assumptions",
                Map.of(
                        "words",
                        "She is well",
                        "conversation",
                        said.talk().value().toString()),
                contact + "/hunches",
                Map.of("words", "A bridge", "conversation", said.talk().value().toString()),
                contact + "/research",
                Map.of(
                        "words",
                        "She moved",
                        "source",
                        "The paper",
                        "conversation",
                        said.talk().value().toString()),
                "/needs/" + said.need().value() + "/people",
                Map.of("contact", said.helen().value().toString()),
                "/conversations/" + said.talk().value() + "/turns",
                Map.of("speaker", said.helen().value().toString(), "text", "And one more thing."));
        additions.forEach((path, fields) -> {
            var request = mvc.post()
                    .uri(path)
                    .with(signedIn(anna))
                    .with(csrf())
                    .param("id", Ids.next().toString());
            fields.forEach(request::param);
            assertThat(request.exchange().getResponse().getStatus()).as(path).isIn(404, 422);
        });
        assertThat(jdbc.sql("select count(*) from turn where words = 'And one more thing.' and conversation_id = :id")
                        .param("id", said.talk().value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void whatAPeriodEndedIsNotCalledARequest() {
        Viewer anna = somebody.whoSells();
        OfferScene.Story said = offered.complete(anna);
        UUID offer = offered.sent(said).value();
        jdbc.sql("select erase_person(uuidv7(), :who, 'retention', 'parted', null)")
                .param("who", said.helen().value())
                .query(row -> {});

        for (String page : List.of(
                "/contacts/" + said.helen().value(),
                "/conversations/" + said.talk().value(),
                "/needs/" + said.need().value(),
                "/offers/" + offer)) {
            assertThat(mvc.get().uri(page).with(signedIn(anna)))
                    .as(page)
                    .hasStatusOk()
                    .bodyText()
                    .containsPattern("\\[kept no longer, \\d{1,2} \\w{3}]")
                    .doesNotContain("on request");
        }
    }

    @Test
    void aWrongNameKeepsWhatWasTyped() {
        ContactId helen = talks.contactOf(somebody.whoSells(), "Helen", "Brandt");
        Viewer admin = somebody.whoAdministers();
        assertThat(erases(admin, helen, "Helen Brant", "Asked by letter"))
                .hasStatus(422)
                .bodyText()
                .contains("not the name we know", "value=\"Helen Brant\"", "value=\"Asked by letter\"");
        assertThat(erases(admin, helen, " ", ""))
                .hasStatus(422)
                .bodyText()
                .contains("Write their full name", "Say why");
        assertThat(mvc.get().uri("/admin/erasure/" + UUID.randomUUID()).with(signedIn(admin)))
                .hasStatus(404);
    }

    @Test
    void whatIsKnownIsOneFileWithWordsForNames() {
        Viewer anna = somebody.whoSells();
        OfferScene.Story said = offered.complete(anna);
        MvcTestResult file = mvc.post()
                .uri("/admin/erasure/" + said.helen().value() + "/known")
                .with(signedIn(somebody.whoAdministers()))
                .with(csrf())
                .exchange();
        assertThat(file)
                .hasStatusOk()
                .hasHeader(
                        "Content-Disposition",
                        "attachment; filename=\"what-we-know.html\"; filename*=UTF-8''what-we-know.html");
        assertThat(file)
                .bodyText()
                .contains("Brandt", "two thousand a month", "A turn", "family name")
                .doesNotContain(
                        "The surcharges are on my list",
                        "family_name",
                        said.helen().value().toString());
        assertThat(mvc.get().uri("/history/contacts/" + said.helen().value()).with(signedIn(anna)))
                .bodyText()
                .contains("had all that is known about a person put together");
    }

    private MvcTestResult finds(Viewer admin, String who) {
        return mvc.post()
                .uri("/admin/erasure/search")
                .with(signedIn(admin))
                .with(csrf())
                .param("who", who)
                .exchange();
    }

    private MvcTestResult erases(Viewer viewer, ContactId contact, String name, String reason) {
        return mvc.post()
                .uri("/admin/erasure/" + contact.value())
                .with(signedIn(viewer))
                .with(csrf())
                .param("id", Ids.next().toString())
                .param("name", name)
                .param("reason", reason)
                .exchange();
    }
}
