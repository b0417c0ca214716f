package org.attune.audit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.attune.Somebody.signedIn;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.attune.Acquaintances;
import org.attune.AttuneTest;
import org.attune.Somebody;
import org.attune.Statements;
import org.attune.access.TeamId;
import org.attune.access.Viewer;
import org.attune.audit.Entries;
import org.attune.offers.OfferScene;
import org.attune.people.ContactDetails;
import org.attune.people.ContactId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The trail as admins find it, and the history of one record as those find it who see the record. */
@AttuneTest
class TrailPagesTests {

    @Autowired
    private ValueWords values;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Somebody somebody;

    @Autowired
    private Acquaintances acquaintances;

    @Autowired
    private OfferScene offered;

    @Autowired
    private Entries entries;

    @Autowired
    private Vocabulary vocabulary;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void everyKindAndEveryFieldOnTheTrailHasAWord() {
        assertThat(entries.kinds()).allMatch(kind -> vocabulary.knows("audit.kind." + kind));
        List<String> shown = jdbc.sql("""
                        select distinct a.attname::text
                          from pg_trigger t join pg_attribute a on a.attrelid = t.tgrelid and a.attnum > 0 and not a.attisdropped
                         where t.tgname = 'audit_change'
                           and pg_get_triggerdef(t.oid) ~ ('\\mold\\."?' || a.attname || '\\M') order by 1""").query(String.class).list();
        assertThat(shown)
                .filteredOn(column -> !vocabulary.knows("audit.field." + column))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/admin/audit", "/admin/audit?q=changed", "/admin/audit?after=x"})
    void onlyAdminsFindTheTrail(String path) {
        TeamId team = somebody.aTeam();
        assertThat(mvc.get().uri(path).with(signedIn(somebody.whoAdministers())))
                .hasStatusOk();
        assertThat(mvc.get().uri(path).with(signedIn(somebody.whoSells(team)))).hasStatus(404);
        assertThat(mvc.get().uri(path).with(signedIn(somebody.whoLeads(team)))).hasStatus(404);
    }

    @Test
    void onlyAdminsExportIt() {
        Viewer admin = somebody.whoAdministers();
        MvcTestResult table = mvc.post()
                .uri("/admin/audit/export?who=" + admin.uuid())
                .with(signedIn(admin))
                .with(csrf())
                .exchange();
        assertThat(table).hasStatusOk().hasContentType("text/csv;charset=UTF-8");
        assertThat(table)
                .bodyText()
                .startsWith("\uFEFFWhen,What was done,About,From where,Before and after,Request\r\n")
                .contains(admin.name() + " exported the audit.");
        assertThat(mvc.post()
                        .uri("/admin/audit/export")
                        .with(signedIn(somebody.whoSells()))
                        .with(csrf()))
                .hasStatus(404);
    }

    @Test
    void aChangeOnAPageIsSignedWithWhoWhereAndWith() {
        Viewer anna = somebody.whoSells();
        ContactId helen = acquaintances.of(anna);
        changes(anna, helen, "Head of purchasing");

        assertThat(jdbc.sql("""
                        select concat_ws(' ', actor, how, address, agent, request is not null) from audit_entry
                         where kind = 'contact' and deed = 'changed' and about_id = :id""").param("id", helen.value()).query(String.class).list())
                .containsExactly(anna.uuid() + " page 127.0.0.1 Firefox 140, Linux t");
    }

    @Test
    void attuneItselfIsNobody() {
        Viewer anna = somebody.whoSells();
        ContactId helen = acquaintances.of(anna);
        assertThat(jdbc.sql("select how from audit_entry where kind = 'contact' and about_id = :id and actor is null")
                        .param("id", helen.value())
                        .query(String.class)
                        .list())
                .containsExactly("self");
    }

    @Test
    void anAdminWithoutASellingRoleSeesThatButNotWhat() {
        Viewer anna = somebody.whoSells();
        ContactId helen = acquaintances.of(anna, ContactDetails.named("Helen", "Unmistakable"));
        changes(anna, helen, "Head of secrets");

        assertThat(mvc.get().uri("/admin/audit?record=" + helen.value()).with(signedIn(somebody.whoAdministers())))
                .bodyText()
                .contains(
                        anna.name() + " changed a contact:",
                        "job title",
                        "shown to those who work with them",
                        "127.0.0.1 · Firefox 140, Linux")
                .doesNotContain("Unmistakable", "Head of secrets");
    }

    @Test
    void anAdminWhoSellsSeesWhatBelongsToTheirOwnCustomers() {
        Viewer admin = somebody.whoAdministersAndSells();
        ContactId helen = acquaintances.of(admin);
        changes(admin, helen, "Head of purchasing");
        ContactId strange = acquaintances.of(somebody.whoSells());
        changes(somebody.whoSells(), helen, "Never");

        assertThat(mvc.get()
                        .uri("/admin/audit?record=/contacts/" + helen.value())
                        .with(signedIn(admin)))
                .bodyText()
                .contains("Head of purchasing", "Brandt");
        assertThat(mvc.get().uri("/admin/audit?record=" + strange.value()).with(signedIn(admin)))
                .bodyText()
                .doesNotContain("Brandt");
    }

    @Test
    void configurationIsOnTheTrailWithBeforeAndAfter() {
        Viewer admin = somebody.whoAdministers();
        String name = "Team of " + UUID.randomUUID();
        mvc.post()
                .uri("/admin/teams")
                .with(signedIn(admin))
                .with(csrf())
                .param("id", UUID.randomUUID().toString())
                .param("name", name)
                .exchange();
        assertThat(mvc.get()
                        .uri("/admin/audit?q=team&kind=team&who=" + admin.uuid())
                        .with(signedIn(admin)))
                .bodyText()
                .contains(admin.name() + " added a team.", name);
        assertThat(mvc.get()
                        .uri("/admin/audit?q=offer&kind=team&who=" + admin.uuid())
                        .with(signedIn(admin)))
                .bodyText()
                .doesNotContain(name);
        assertThat(mvc.get()
                        .uri("/admin/audit?until=2001-01-01&who=" + admin.uuid())
                        .with(signedIn(admin)))
                .bodyText()
                .doesNotContain(name);
    }

    @Test
    void aLongPageCostsAsManyStatementsAsAShortOne() {
        Viewer anna = somebody.whoSells();
        ContactId little = acquaintances.of(anna);
        ContactId much = acquaintances.of(anna);
        for (int n = 0; n < 40; n++) {
            changes(anna, much, "Job " + n);
        }
        Viewer admin = somebody.whoAdministers();
        assertThat(statements(admin, much)).isEqualTo(statements(admin, little)).isLessThan(12);
    }

    private int statements(Viewer admin, ContactId contact) {
        return Statements.during(() -> assertThat(
                        mvc.get().uri("/admin/audit?record=" + contact.value()).with(signedIn(admin)))
                .hasStatusOk());
    }

    @Test
    void whatIsNoRecordFindsNothing() {
        assertThat(mvc.get().uri("/admin/audit?record=nonsense").with(signedIn(somebody.whoAdministers())))
                .bodyText()
                .contains("Nothing of that kind");
    }

    @Test
    void aPageGoesOnWhereTheOneBeforeEnded() {
        Viewer anna = somebody.whoSells();
        ContactId helen = acquaintances.of(anna);
        for (int n = 0; n < 55; n++) {
            changes(anna, helen, "Job " + n);
        }
        Viewer admin = somebody.whoAdministers();
        var filter = new org.attune.audit.EntryFilter(null, false, "contact", helen.value(), null, null, List.of());
        var first = entries.page(admin, filter, null);
        var second = entries.page(admin, filter, first.next());
        assertThat(first.items()).hasSize(50);
        assertThat(second.items()).hasSize(6).doesNotContainAnyElementsOf(first.items());
        assertThat(second.next()).isNull();
    }

    @Test
    void signingInAndOutAndBeingRefusedAreEntries() {
        Viewer anna = somebody.whoSells();
        somebody.chooses(anna, "nine copper kettles sing");
        String email = somebody.emailOf(anna);
        signsIn(email, "not what they chose");
        signsIn("nobody-at-all@attune.example", "not what they chose");
        signsIn(email, "nine copper kettles sing");
        mvc.post().uri("/sign-out").with(signedIn(anna)).with(csrf()).exchange();

        assertThat(jdbc.sql("select deed from audit_entry where about_id = :id and kind = 'user' order by at, id")
                        .param("id", anna.uuid())
                        .query(String.class)
                        .list())
                .containsExactly("sign_in_refused", "signed_in", "signed_out");
        assertThat(jdbc.sql("select count(*) from audit_value where after::text like '%nobody-at-all%'")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(mvc.get().uri("/admin/audit?record=" + anna.uuid()).with(signedIn(somebody.whoAdministers())))
                .bodyText()
                .contains(
                        anna.name() + " signed in.",
                        "Somebody tried to sign in as " + anna.name(),
                        anna.name() + " signed out.");
    }

    @Test
    void whatAnAdminReadsOfCustomersIsAnEntryAndWhatASellerReadsIsNot() {
        Viewer admin = somebody.whoAdministersAndSells();
        ContactId helen = acquaintances.of(admin);
        assertThat(mvc.get().uri("/contacts/" + helen.value()).with(signedIn(admin)))
                .hasStatusOk();
        Viewer anna = somebody.whoSells();
        ContactId petra = acquaintances.of(anna);
        assertThat(mvc.get().uri("/contacts/" + petra.value()).with(signedIn(anna)))
                .hasStatusOk();

        assertThat(readsOf(helen)).containsExactly(admin.uuid());
        assertThat(readsOf(petra)).isEmpty();
    }

    @Test
    void theHistoryOfARecordIsForThoseWhoSeeIt() {
        Viewer anna = somebody.whoSells();
        OfferScene.Story said = offered.complete(anna);
        UUID offer = offered.sent(said).value();
        changes(anna, said.helen(), "Head of purchasing");
        Viewer stranger = somebody.whoSells();
        Viewer admin = somebody.whoAdministers();
        for (String path : List.of(
                "/history/contacts/" + said.helen().value(),
                "/history/needs/" + said.need().value(),
                "/history/offers/" + offer)) {
            assertThat(mvc.get().uri(path).with(signedIn(anna))).as(path).hasStatusOk();
            assertThat(mvc.get().uri(path).with(signedIn(stranger))).as(path).hasStatus(404);
            assertThat(mvc.get().uri(path).with(signedIn(admin))).as(path).hasStatus(404);
        }
        assertThat(mvc.get().uri("/history/contacts/" + said.helen().value()).with(signedIn(anna)))
                .bodyText()
                .contains("job title", "Head of purchasing")
                .doesNotContain("127.0.0.1");
        assertThat(mvc.get().uri("/history/offers/" + offer).with(signedIn(anna)))
                .bodyText()
                .contains("state", "draft", "sent");
        assertThat(mvc.get().uri("/history/users/" + anna.uuid()).with(signedIn(anna)))
                .hasStatus(404);
    }

    @Test
    void whatWasSaidIsCalledByItsWordsForThoseWhoMayReadIt() {
        Viewer anna = somebody.whoSells();
        OfferScene.Story said = offered.complete(anna);

        assertThat(mvc.get().uri("/history/needs/" + said.need().value()).with(signedIn(anna)))
                .bodyText()
                .contains("two thousand a month, at the very least")
                .doesNotContain("record …");
    }

    @Test
    void aConversationIsCalledByItsMoment() {
        UUID talk = UUID.randomUUID();
        assertThat(values.say("conversation_id", talk.toString(), Map.of(talk, "2026-11-19T10:04:00+00:00")))
                .startsWith("19 Nov");
        assertThat(values.say("conversation_id", talk.toString(), Map.of())).startsWith("record …");
    }

    @Test
    void theTrailIsNotReadBackAsMarkup() {
        Viewer admin = somebody.whoAdministersAndSells();
        ContactId helen = acquaintances.of(admin, ContactDetails.named("<script>alert(1)</script>", "Brandt"));
        assertThat(mvc.get()
                        .uri("/admin/audit?record=" + helen.value() + "&q=<script>")
                        .with(signedIn(admin)))
                .bodyText()
                .doesNotContain("<script>alert");
    }

    private void changes(Viewer viewer, ContactId contact, String job) {
        var known = jdbc.sql("select given_name, family_name, version from contact where id = :id")
                .param("id", contact.value())
                .query()
                .singleRow();
        mvc.post()
                .uri("/contacts/" + contact.value())
                .with(signedIn(viewer))
                .with(csrf())
                .header("User-Agent", "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0")
                .param("givenName", String.valueOf(known.get("given_name")))
                .param("familyName", String.valueOf(known.get("family_name")))
                .param("pronoun", "UNKNOWN")
                .param("jobTitle", job)
                .param("version", String.valueOf(known.get("version")))
                .exchange();
    }

    private void signsIn(String email, String password) {
        mvc.post()
                .uri("/sign-in")
                .with(csrf())
                .param("email", email)
                .param("password", password)
                .exchange();
    }

    private List<UUID> readsOf(ContactId contact) {
        return jdbc.sql("select actor from audit_entry where deed = 'read' and about_id = :id")
                .param("id", contact.value())
                .query(UUID.class)
                .list();
    }
}
