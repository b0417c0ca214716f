package org.attune.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.attune.AttuneTest;
import org.attune.Shown;
import org.attune.Somebody;
import org.attune.access.Viewer;
import org.attune.conversations.ConversationId;
import org.attune.conversations.Notes;
import org.attune.platform.Ids;
import org.attune.platform.NotSeen;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

/** An admin without a selling role brings what others will work with. */
@AttuneTest
class ImportsForOthersTests {

    private static final String CALL = """
            - Ida Moll (Head of Finance, Kessler Logistik)

            ---
            **Maya:** What holds you up at month end?
            **Ida:** Two of us retype every invoice.
            **Maya:** Since when?
            **Ida:** Since the spring.
            """;

    @Autowired
    private Somebody somebody;

    @Autowired
    private ContactImports contacts;

    @Autowired
    private Imports imports;

    @Autowired
    private Notes notes;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MockMvcTester mvc;

    private Viewer admin;
    private Viewer maya;
    private Viewer tom;

    @BeforeEach
    void anAdminAndTwoWhoSell() {
        admin = somebody.whoAdministers();
        maya = somebody.whoSells();
        tom = somebody.whoSells();
    }

    @Test
    void eachLineGoesToWhomItNamesAndTheRestToWhoWasChosen() throws UnsupportedEncodingException {
        String preview = handedOver("""
                Name,E-mail,Owner
                Helen Brandt,helen@kessler.example,%s
                Petra Vogt,petra@kessler.example,nobody@attune.example
                Ida Moll,ida@kessler.example,
                """.formatted(somebody.emailOf(tom).toUpperCase(Locale.ROOT)), maya);
        assertThat(page(admin, preview)).contains("Helen Brandt", maya.name(), tom.name(), "Add 3 people");

        String report = taken(preview);

        assertThat(names(tom)).containsExactly("Helen Brandt");
        assertThat(names(maya)).containsExactly("Ida Moll", "Petra Vogt");
        assertThat(names(admin)).isEmpty();
        assertThat(page(admin, report))
                .contains("3 taken, 0 unchanged, 0 not taken", maya.name(), tom.name())
                .doesNotContain("Helen Brandt", "Petra Vogt", "Ida Moll", "kessler.example");
        assertThat(mvc.get().uri(report).with(Somebody.signedIn(maya))).hasStatus(404);
    }

    @Test
    void aLineOfNobodyIsNotTaken() throws UnsupportedEncodingException {
        String preview = handedOver("""
                Name,Owner
                Helen Brandt,%s
                Petra Vogt,
                """.formatted(somebody.emailOf(tom)), null);

        assertThat(page(admin, taken(preview))).contains("1 taken, 0 unchanged, 1 not taken", "Nobody here is named");
        assertThat(names(tom)).containsExactly("Helen Brandt");
    }

    @Test
    void whatIsKnownAlreadyIsCountedAndNotShown() throws UnsupportedEncodingException {
        String address = "helen-%s@kessler.example".formatted(tom.uuid());
        UUID before = Ids.next();
        contacts.handOver(
                tom, before, "mine.csv", bytes("Name,E-mail\nHelen Secretname,%s\n".formatted(address)), "DE");
        contacts.take(tom, before);

        String preview = handedOver("Name,E-mail,Phone\nH. Brandt,%s,12\n".formatted(address), tom);
        assertThat(page(admin, preview))
                .contains("1 are known already", "Known by the same e-mail address: •••")
                .doesNotContain("Secretname", "href=\"/contacts/");
        taken(preview);

        assertThat(names(tom)).containsExactly("Helen Secretname");
    }

    @Test
    void theirFileComesBackToThemForADay() {
        UUID id = Ids.next();
        contacts.handOver(admin, id, "contacts.csv", bytes("Name,Phone\nHelen Brandt,12\n"), "DE");
        imports.becomes(admin, id, tom.id());
        contacts.take(admin, id);
        assertThat(imports.leftOver(admin, id)).contains("Helen Brandt,12");

        jdbc.sql("update import_run set run_at = run_at - interval '25 hours' where id = :id")
                .param("id", id)
                .update();

        assertThatExceptionOfType(NotSeen.class).isThrownBy(() -> imports.leftOver(admin, id));
        assertThat(imports.report(admin, id).taken()).isEqualTo(1);
    }

    @Test
    void onlyAnAdminImportsForOthers() throws UnsupportedEncodingException {
        String preview = handedOver(maya, "Name,Owner\nHelen Brandt,%s\n".formatted(somebody.emailOf(tom)), tom);
        assertThat(page(maya, preview)).doesNotContain("Owner, by their e-mail address");

        taken(maya, preview);

        assertThat(names(tom)).isEmpty();
        assertThat(names(maya)).containsExactly("Helen Brandt");
    }

    @Test
    void aTranscriptBecomesAConversationThatWaitsWithItsOwner() throws UnsupportedEncodingException {
        assertThat(call(admin, null)).hasStatus(422).bodyText().contains("Say whose it becomes");
        assertThat(call(admin, admin)).hasStatus(422);
        contacts.take(tom, known("Name\nIda Moll\n"));
        String look = Objects.requireNonNull(call(admin, tom).getResponse().getRedirectedUrl());
        assertThat(page(admin, look))
                .contains(
                        "It becomes a conversation of " + tom.name(), "Somebody " + tom.name() + " knows by this name");

        MvcTestResult took = mvc.post()
                .uri(look)
                .param("day", "2026-11-02")
                .param("channel", "CALL")
                .param("startedBy", "WE")
                .param("speakers[0].label", "Maya")
                .param("speakers[0].who", "OURS")
                .param("speakers[1].label", "Ida")
                .param("speakers[1].who", contact(tom).toString())
                .with(Somebody.signedIn(admin))
                .with(csrf())
                .exchange();

        String report = Objects.requireNonNull(took.getResponse().getRedirectedUrl());
        ConversationId conversation = new ConversationId(UUID.fromString(report.substring("/import/".length())));
        assertThat(page(admin, report))
                .contains("It waits with " + tom.name())
                .doesNotContain("Ida", "retype", "/notes", "Confirm what was said");
        assertThat(page(tom, "/")).contains("/conversations/" + conversation.value() + "/notes");
        assertThat(notes.proposals(tom, conversation)).hasSizeGreaterThanOrEqualTo(4);
        assertThat(mvc.get()
                        .uri("/conversations/" + conversation.value() + "/notes")
                        .with(Somebody.signedIn(admin)))
                .hasStatus(404);
    }

    private UUID known(String table) {
        UUID id = Ids.next();
        contacts.handOver(tom, id, "mine.csv", bytes(table), "DE");
        return id;
    }

    private MvcTestResult call(Viewer by, @Nullable Viewer owner) {
        AbstractMockHttpServletRequestBuilder<?> upload = mvc.post()
                .uri("/import/conversation")
                .multipart()
                .file(new MockMultipartFile("file", "call.md", "text/markdown", bytes(CALL)));
        return mvc.perform(
                upload.param("owner", owner == null ? "" : owner.uuid().toString())
                        .with(Somebody.signedIn(by))
                        .with(csrf()));
    }

    private String handedOver(String table, @Nullable Viewer owner) {
        return handedOver(admin, table, owner);
    }

    private String handedOver(Viewer by, String table, @Nullable Viewer owner) {
        MvcTestResult handed = mvc.post()
                .uri("/import/contacts")
                .multipart()
                .file(new MockMultipartFile("file", "contacts.csv", "text/csv", bytes(table)))
                .param("region", "DE")
                .param("owner", owner == null ? "" : owner.uuid().toString())
                .with(Somebody.signedIn(by))
                .with(csrf())
                .exchange();
        return Objects.requireNonNull(handed.getResponse().getRedirectedUrl());
    }

    private String taken(String preview) {
        return taken(admin, preview);
    }

    private String taken(Viewer by, String preview) {
        MvcTestResult took = mvc.post()
                .uri(preview + "/taking")
                .with(Somebody.signedIn(by))
                .with(csrf())
                .exchange();
        return Objects.requireNonNull(took.getResponse().getRedirectedUrl());
    }

    private String page(Viewer viewer, String path) throws UnsupportedEncodingException {
        MvcTestResult page = mvc.get().uri(path).with(Somebody.signedIn(viewer)).exchange();
        assertThat(page).hasStatusOk();
        return Shown.in(page.getResponse().getContentAsString());
    }

    private List<String> names(Viewer viewer) {
        return jdbc.sql("select name from seen_contact(:viewer) order by name")
                .param("viewer", viewer.uuid())
                .query(String.class)
                .list();
    }

    private UUID contact(Viewer viewer) {
        return jdbc.sql("select id from seen_contact(:viewer)")
                .param("viewer", viewer.uuid())
                .query(UUID.class)
                .single();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
