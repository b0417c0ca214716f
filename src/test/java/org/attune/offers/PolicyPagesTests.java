package org.attune.offers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.UnsupportedEncodingException;
import java.util.Map;
import org.attune.AttuneTest;
import org.attune.Somebody;
import org.attune.Statements;
import org.attune.access.Viewer;
import org.attune.platform.Ids;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

@AttuneTest
class PolicyPagesTests {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Policies policies;

    @Autowired
    private HousePolicy house;

    @Autowired
    private OfferScene scene;

    @Autowired
    private Somebody somebody;

    private Viewer admin;

    @BeforeEach
    void anAdmin() {
        house.asItCame();
        admin = somebody.whoAdministers();
    }

    @AfterEach
    void asItCame() {
        house.asItCame();
    }

    @Test
    void theHardRulesAreExplainedAndCannotBeChosen() {
        String page = text(open(admin, "/admin/gate"));

        assertThat(page).contains("They said it.", "We asked, they answered.", "We answered them.");
        assertThat(page)
                .contains("name=\"demands[new-asked_for]\"", "name=\"demands[tender-price_below_cost]\"")
                .doesNotContain("need_heard]", "question_answered]", "response_given]");
    }

    @Test
    void whoDoesNotAdministerFindsNothing() {
        for (Viewer other : new Viewer[] {somebody.whoSells(), somebody.whoLeads(somebody.aTeam())}) {
            assertThat(open(other, "/admin/gate")).hasStatus(404);
            assertThat(send(other, "/admin/gate", form())).hasStatus(404);
            assertThat(send(other, "/admin/gate/trial", form())).hasStatus(404);
        }
    }

    @Test
    void aTryOutKeepsTheChoicesAndChangesNothing() {
        int before = policies.inForce().number();
        scene.recorded(scene.complete(somebody.whoSells()));
        MultiValueMap<String, String> form = form();
        form.set("demands[new-asked_for]", "required");

        MvcTestResult tried = send(admin, "/admin/gate/trial", form);

        assertThat(tried).hasStatus(200);
        assertThat(text(tried))
                .contains("Nobody can propose an offer", "One choice differs from those in force.")
                .containsPattern("demands\\[new-asked_for][^§]*?value=\"required\" selected");
        assertThat(policies.inForce().number()).isEqualTo(before);
    }

    @Test
    void everythingOffIsExplainedAndNotForbidden() {
        MultiValueMap<String, String> form = form();
        form.keySet().stream()
                .filter(name -> name.startsWith("demands"))
                .toList()
                .forEach(name -> form.set(name, "off"));
        form.set("note", "We trust each other");

        assertThat(text(send(admin, "/admin/gate/trial", form)))
                .contains("Nothing but the three hard rules is asked. They hold all the same.");
        assertThat(send(admin, "/admin/gate", form))
                .hasStatus(303)
                .redirectedUrl()
                .isEqualTo("/admin/gate");
        assertThat(text(open(admin, "/admin/gate"))).contains("We trust each other", "from Required to Off");
    }

    @Test
    void whatIsNoChoiceIsSaidAtItsFieldAndTheRestStays() {
        MultiValueMap<String, String> form = form();
        form.set("demands[new-cost_known]", "always");
        form.set("demands[new-asked_for]", "off");
        form.set("note", "<script>alert(1)</script>");

        MvcTestResult answer = send(admin, "/admin/gate", form);

        assertThat(answer).hasStatus(422);
        assertThat(text(answer))
                .contains("id=\"demandsnew-cost_known-error\"", "href=\"#demandsnew-cost_known\"")
                .contains("Choose required, warn or off.", "&lt;script&gt;")
                .doesNotContain("<script>alert")
                .containsPattern("demands\\[new-asked_for][^§]*?value=\"off\" selected");
    }

    @Test
    void withoutANoteOrAChangeNothingIsPublished() {
        MultiValueMap<String, String> same = form();
        same.set("note", "Because");
        assertThat(text(send(admin, "/admin/gate", same))).contains("There is nothing to publish.");
        MultiValueMap<String, String> silent = form();
        silent.set("demands[new-asked_for]", "off");
        MvcTestResult answer = send(admin, "/admin/gate", silent);
        assertThat(answer).hasStatus(422);
        assertThat(text(answer)).contains("Say in a few words why it changes.", "href=\"#note\"");
    }

    @Test
    void aStaleFormShowsWhatTheOtherPublishedAndKeepsTheChoices() {
        MultiValueMap<String, String> late = form();
        late.set("demands[tender-cost_known]", "off");
        late.set("note", "Tenders name no cost");
        house.demands(OfferKind.NEW, Rule.ASKED_FOR, Demand.REQUIRED);

        MvcTestResult answer = send(admin, "/admin/gate", late);

        assertThat(answer).hasStatus(409);
        assertThat(text(answer))
                .contains("New, They asked for the offer: from Warn to Required", "Tenders name no cost")
                .containsPattern("demands\\[tender-cost_known][^§]*?value=\"off\" selected");
        late.set("version", String.valueOf(policies.inForce().number()));
        assertThat(send(admin, "/admin/gate", late)).hasStatus(303);
    }

    @Test
    void anEarlierVersionIsBegunWith() {
        house.demands(OfferKind.AGAIN, Rule.NEED_CONFIRMED, Demand.OFF);

        assertThat(text(open(admin, "/admin/gate?version=1")))
                .contains("One choice differs from those in force.")
                .containsPattern("demands\\[again-need_confirmed][^§]*?value=\"required\" selected");
        assertThat(open(admin, "/admin/gate?version=99999")).hasStatus(404);
    }

    @Test
    void anAdminWhoSellsTriesItOnWhomTheySeeAndOthersSeeNumbersOnly() {
        Viewer seller = somebody.whoAdministersAndSells();
        OfferScene.Story mine = scene.complete(seller);
        OfferScene.Story theirs = scene.complete(somebody.whoSells());
        MultiValueMap<String, String> form = form();
        form.set("demands[new-price_below_cost]", "off");
        form.set("contact", mine.helen().value().toString());

        assertThat(text(send(seller, "/admin/gate/trial", form))).contains("Helen Brandt", "Surcharges go unbilled");
        assertThat(text(send(admin, "/admin/gate/trial", form)))
                .contains("You see numbers only")
                .doesNotContain("Helen Brandt", "Surcharges go unbilled");
        form.set("contact", theirs.helen().value().toString());
        assertThat(send(seller, "/admin/gate/trial", form)).hasStatus(404);
    }

    @Test
    void tryingItOutCostsTheSameWithManyOffersAndVersions() {
        Viewer maya = somebody.whoSells();
        scene.recorded(scene.complete(maya));
        int few = Statements.during(() -> open(admin, "/admin/gate"));
        for (int n = 0; n < 4; n++) {
            scene.recorded(scene.complete(maya));
            house.demands(OfferKind.NEW, Rule.ASKED_FOR, n % 2 == 0 ? Demand.OFF : Demand.WARN);
        }

        assertThat(Statements.during(() -> open(admin, "/admin/gate")))
                .isEqualTo(few)
                .isLessThanOrEqualTo(10);
    }

    private MultiValueMap<String, String> form() {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        PolicyVersion inForce = policies.inForce();
        form.set("id", Ids.next().toString());
        form.set("version", String.valueOf(inForce.number()));
        for (Map.Entry<OfferKind, Policy> kind : inForce.policy().kinds().entrySet()) {
            for (Rule rule : Rule.ofPolicy()) {
                form.set(
                        "demands[" + kind.getKey().code() + "-" + rule.code() + "]",
                        kind.getValue().of(rule).code());
            }
        }
        return form;
    }

    private MvcTestResult open(Viewer viewer, String path) {
        return mvc.get().uri(path).with(Somebody.signedIn(viewer)).exchange();
    }

    private MvcTestResult send(Viewer viewer, String path, MultiValueMap<String, String> form) {
        return mvc.post()
                .uri(path)
                .params(form)
                .with(csrf())
                .with(Somebody.signedIn(viewer))
                .exchange();
    }

    private static String text(MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
