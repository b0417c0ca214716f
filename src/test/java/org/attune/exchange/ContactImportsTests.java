package org.attune.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.attune.AttuneTest;
import org.attune.Somebody;
import org.attune.access.Viewer;
import org.attune.platform.Ids;
import org.attune.platform.NotSeen;
import org.attune.platform.RuleRefused;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@AttuneTest
class ContactImportsTests {

    @Autowired
    private Somebody somebody;

    @Autowired
    private ContactImports contacts;

    @Autowired
    private Imports imports;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MockMvcTester mvc;

    private Viewer anna;

    @BeforeEach
    void somebodyWhoSells() {
        anna = somebody.whoSells();
    }

    @Test
    void takesFiveHundredPeopleAndASecondTimeNobody() throws IOException {
        byte[] file = file("atomic-crm_contacts_500.csv");
        UUID first = handedOver(file, "US");

        ContactsPreview preview = contacts.look(anna, first);
        assertThat(List.of(preview.taken(), preview.unchanged(), preview.refused()))
                .containsExactly(500, 0, 0);
        assertThat(count("select count(*) from seen_contact(:viewer)")).isZero();

        contacts.take(anna, first);
        RunView run = imports.report(anna, first);
        assertThat(List.of(run.taken(), run.unchanged(), run.refused())).containsExactly(500, 0, 0);
        assertThat(count("select count(*) from seen_contact(:viewer) where company_id is not null"))
                .isEqualTo(500);
        assertThat(count("""
                        select count(*) from contact_stage s join seen_contact(:viewer) c on c.id = s.contact_id
                         where s.stage_key = 'customer'""")).isEqualTo(124);
        assertThat(imports.lines(anna, first, null, -1).items().get(0).line()).isEqualTo(2);

        UUID second = handedOver(file, "US");
        assertThat(contacts.look(anna, second).unchanged()).isEqualTo(500);
        contacts.take(anna, second);
        run = imports.report(anna, second);
        assertThat(List.of(run.taken(), run.unchanged(), run.refused())).containsExactly(0, 500, 0);
        assertThat(count("select count(*) from seen_contact(:viewer)")).isEqualTo(500);
    }

    @Test
    void readsAnExportWithOtherHeadings() throws IOException {
        UUID id = taken(file("atomic-crm_contacts_export.csv"));

        assertThat(imports.report(anna, id).taken()).isEqualTo(2);
        assertThat(count("""
                        select count(*) from contact_email e join seen_contact(:viewer) c on c.id = e.contact_id
                         where c.name = 'John Doe'""")).isEqualTo(3);
        assertThat(count("""
                        select count(*) from contact_tag t join seen_contact(:viewer) c on c.id = t.contact_id
                         where c.name = 'John Doe' and t.tag in ('influencer', 'developer')""")).isEqualTo(2);
    }

    @Test
    void saysLineByLineWhatWasLeftOutAndGivesItBackAsAFile() {
        UUID id = taken("""
                Name,E-mail,Phone,Notes
                Helen Brandt,helen at example,030 901820,fine
                ,nobody@attune.example,,=1+1
                Petra Kühn,petra@attune.example,,"a",one too many
                Zoë Roth,zoe@attune.example,12,
                =HYPERLINK(0),formula@attune.example,,
                """);

        RunView run = imports.report(anna, id);
        assertThat(List.of(run.taken(), run.refused(), run.remarked())).containsExactly(3, 2, 2);
        assertThat(imports.lines(anna, id, LineResult.REFUSED, -1).items())
                .extracting(LineView::line)
                .containsExactly(3, 4);
        assertThat(imports.leftOver(anna, id))
                .contains("Name,E-mail,Phone,Notes,Why", "'=1+1", "helen at example", "such number: 12.")
                .doesNotContain("HYPERLINK");
    }

    @Test
    void recognisesPeopleAndDoublesNobody() {
        taken("Name,Company,E-mail\nHelen Brandt,Brandt Umzüge,helen-%s@attune.example\n".formatted(anna.uuid()));

        UUID id = taken("""
                Name,Company,E-mail
                H. Brandt,,HELEN-%s@attune.example
                helen brandt,Brandt Umzuge,
                Ida Moll,,
                ida moll,,
                Helene Brandt,,
                """.formatted(anna.uuid()));

        RunView run = imports.report(anna, id);
        assertThat(List.of(run.taken(), run.unchanged(), run.refused())).containsExactly(2, 3, 0);
        assertThat(imports.lines(anna, id, null, -1).items())
                .extracting(LineView::reason)
                .element(0)
                .asString()
                .contains("same e-mail address: Helen Brandt");
    }

    @Test
    void aLineThatCannotBeTakenLeavesNothingBehindAndHoldsNobodyUp() {
        String company = "Nowhere " + anna.uuid();
        UUID id = taken(
                "Name,Company,Title\nHelen Brandt,%s,%s\nPetra Kühn,,Buyer\n".formatted(company, "x".repeat(300)));

        RunView run = imports.report(anna, id);
        assertThat(List.of(run.taken(), run.refused())).containsExactly(1, 1);
        assertThat(count("select count(*) from company where name = '" + company + "' and :viewer is not null"))
                .isZero();
    }

    @Test
    void asksWhichColumnHoldsTheName() {
        UUID id = handedOver("Wer,Firma\nHelen Brandt,Brandt Umzüge\n".getBytes(StandardCharsets.UTF_8), "DE");
        assertThat(contacts.look(anna, id).saysTheName()).isFalse();
        assertThatExceptionOfType(RuleRefused.class).isThrownBy(() -> contacts.take(anna, id));

        contacts.means(anna, id, List.of(ContactField.NAME, ContactField.COMPANY), "DE");

        contacts.take(anna, id);
        contacts.take(anna, id);
        assertThat(imports.report(anna, id).taken()).isEqualTo(1);
    }

    @Test
    void readsLettersOfOlderProgramsAndSaysSo() {
        UUID id = handedOver("Name\nZoë Müller\n".getBytes(Charset.forName("windows-1252")), "DE");

        assertThat(contacts.look(anna, id).older()).isTrue();
        assertThat(contacts.look(anna, id).lines().get(0).name()).isEqualTo("Zoë Müller");
    }

    @Test
    void filesAndReportsAreForWhoeverBroughtThem() {
        Viewer stranger = somebody.whoSells();
        UUID id = handedOver("Name\nHelen Brandt\n".getBytes(StandardCharsets.UTF_8), "DE");

        assertThatExceptionOfType(NotSeen.class).isThrownBy(() -> contacts.look(stranger, id));
        assertThatExceptionOfType(NotSeen.class).isThrownBy(() -> contacts.take(stranger, id));
        contacts.take(anna, id);
        assertThatExceptionOfType(NotSeen.class).isThrownBy(() -> imports.report(stranger, id));
        assertThatExceptionOfType(NotSeen.class).isThrownBy(() -> imports.leftOver(stranger, id));
    }

    @Test
    void leadsFromTheFileToTheReport() {
        assertThat(mvc.get().uri("/import").with(Somebody.signedIn(anna)))
                .hasStatusOk()
                .bodyText()
                .contains("Contacts from a table", "Germany");
        MvcTestResult looked = upload("contacts.csv", "Name,Phone\nHelen Brandt,12\n".getBytes(StandardCharsets.UTF_8));
        assertThat(looked).hasStatus3xxRedirection();
        String preview = Objects.requireNonNull(looked.getResponse().getRedirectedUrl());
        assertThat(mvc.get().uri(preview).with(Somebody.signedIn(anna)))
                .hasStatusOk()
                .bodyText()
                .contains("Would be added", "Phone number left out", "Add one person");

        MvcTestResult took = mvc.post()
                .uri(preview + "/taking")
                .with(Somebody.signedIn(anna))
                .with(csrf())
                .exchange();
        assertThat(took).hasStatus3xxRedirection();
        assertThat(mvc.get()
                        .uri(Objects.requireNonNull(took.getResponse().getRedirectedUrl()))
                        .with(Somebody.signedIn(anna)))
                .hasStatusOk()
                .bodyText()
                .contains("1 taken, 0 unchanged, 0 not taken", "left-over.csv");
        assertThat(mvc.get()
                        .uri(took.getResponse().getRedirectedUrl() + "/left-over.csv")
                        .with(Somebody.signedIn(anna)))
                .hasStatusOk();
    }

    @Test
    void refusesWhatIsNoTableKindly() {
        assertThat(upload("empty.csv", new byte[0])).hasStatus(422).bodyText().contains("There is nothing in the file");
        assertThat(upload("picture.csv", new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 0}))
                .hasStatus(422)
                .bodyText()
                .contains("not a text file");
        assertThat(upload("", new byte[0])).hasStatus(422).bodyText().contains("Choose a file");
        assertThat(upload("large.csv", new byte[ContactImports.LARGEST + 1]))
                .hasStatus(422)
                .bodyText()
                .contains("more than 5 MB");
    }

    private MvcTestResult upload(String name, byte[] content) {
        return mvc.post()
                .uri("/import/contacts")
                .multipart()
                .file(new MockMultipartFile("file", name, "text/csv", content))
                .param("region", "DE")
                .with(Somebody.signedIn(anna))
                .with(csrf())
                .exchange();
    }

    private UUID taken(String text) {
        return taken(text.getBytes(StandardCharsets.UTF_8));
    }

    private UUID taken(byte[] file) {
        return contacts.take(anna, handedOver(file, "DE"));
    }

    private UUID handedOver(byte[] file, String region) {
        UUID id = Ids.next();
        contacts.handOver(anna, id, "contacts.csv", file, region);
        return id;
    }

    private long count(String sql) {
        return jdbc.sql(sql).param("viewer", anna.uuid()).query(Long.class).single();
    }

    private static byte[] file(String name) throws IOException {
        try (InputStream file =
                Objects.requireNonNull(ContactImportsTests.class.getResourceAsStream("/exchange/" + name))) {
            return file.readAllBytes();
        }
    }
}
