package org.attune.fields;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.attune.Acquaintances;
import org.attune.AttuneTest;
import org.attune.SentForm;
import org.attune.Somebody;
import org.attune.access.Viewer;
import org.attune.exchange.ContactImports;
import org.attune.exchange.LineView;
import org.attune.people.ChangeContact;
import org.attune.people.Companies;
import org.attune.people.CompanyDetails;
import org.attune.people.CompanyId;
import org.attune.people.ContactDetails;
import org.attune.people.ContactId;
import org.attune.people.Contacts;
import org.attune.platform.Ids;
import org.attune.search.Found;
import org.attune.search.Searches;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The organisation's own fields in lists, their filters and views, in search, import and export. */
@AttuneTest
class FieldListsTests {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Somebody somebody;

    @Autowired
    private Acquaintances acquaintances;

    @Autowired
    private Contacts contacts;

    @Autowired
    private Companies companies;

    @Autowired
    private Fields fields;

    @Autowired
    private FieldValues values;

    @Autowired
    private OwnFields own;

    @Autowired
    private Searches searches;

    @Autowired
    private ContactImports imports;

    @Autowired
    private JdbcClient jdbc;

    private Viewer anna;

    @BeforeEach
    void somebodyWhoSells() {
        anna = somebody.whoSells();
    }

    @AfterEach
    void askForNothingMore() {
        own.areAskedForNoMore();
    }

    @Test
    void aListIsNarrowedByEachKind() {
        Field text = own.of(Holder.CONTACT, FieldKind.TEXT);
        Field number = own.of(Holder.CONTACT, FieldKind.NUMBER);
        Field day = own.of(Holder.CONTACT, FieldKind.DAY);
        Field yesNo = own.of(Holder.CONTACT, FieldKind.YES_NO);
        Field several = own.choosing(Holder.CONTACT, FieldKind.CHOICES, "Sailing", "Rowing");
        met("Ada", text, "50% of K-4711", number, "12.5", day, "2026-03-01", yesNo, "true", several, id(several, 0));
        met("Bea", text, "K-9", number, "-3", day, "2026-04-01", yesNo, "false", several, id(several, 1));
        met("Cem");

        assertThat(listed("own[" + text.key() + "]=k-4711")).containsExactly("Ada");
        assertThat(listed("own[" + text.key() + "]=50%25")).containsExactly("Ada");
        assertThat(listed("own[" + text.key() + "]=none")).isEmpty();
        assertThat(listed("own[" + text.key() + "-none]=true")).containsExactly("Cem");
        assertThat(listed("own[" + number.key() + "-from]=0")).containsExactly("Ada");
        assertThat(listed("own[" + number.key() + "-to]=0")).containsExactly("Bea");
        assertThat(listed("own[" + number.key() + "-from]=-3&own[" + number.key() + "-to]=12.5"))
                .containsExactly("Ada", "Bea");
        assertThat(listed("own[" + day.key() + "-from]=2026-03-02")).containsExactly("Bea");
        assertThat(listed("own[" + day.key() + "-to]=2026-03-01")).containsExactly("Ada");
        assertThat(listed("own[" + yesNo.key() + "]=false")).containsExactly("Bea");
        assertThat(listed("own[" + yesNo.key() + "]=none")).containsExactly("Cem");
        assertThat(listed("own[" + several.key() + "]=" + id(several, 0))).containsExactly("Ada");
        assertThat(listed("own[" + several.key() + "]=" + id(several, 0) + "&own[" + number.key() + "-to]=0"))
                .isEmpty();
    }

    @Test
    void whatIsNoValueIsAsGoodAsNothing() {
        Field number = own.of(Holder.CONTACT, FieldKind.NUMBER);
        met("Ada", number, "1");
        assertThat(listed("own[" + number.key() + "-from]=many")).containsExactly("Ada");
        assertThat(listed("own[nonsense]=1&own[f0]=2&own[]=3")).containsExactly("Ada");
        assertThat(listed("own[" + number.key() + "-from]=1);drop table contact"))
                .containsExactly("Ada");
        assertThat(listed("own[" + Field.key(Ids.next()) + "]=1")).containsExactly("Ada");
        assertThat(listed("stage=&own[" + number.key() + "-from]=0&own[" + number.key() + "-to]="))
                .containsExactly("Ada");
        assertThat(get("/companies?q=&own[" + number.key() + "-from]=&own[x]=1"))
                .hasStatusOk();
    }

    @Test
    void aColumnOfTheListCostsOneStatementForThePage() {
        Field text = own.listed(own.of(Holder.CONTACT, FieldKind.TEXT));
        Field link = own.listed(own.of(Holder.CONTACT, FieldKind.LINK));
        met("Ada", text, "K-4711", link, "https://ada.example");
        assertThat(get("/contacts"))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "<th scope=\"col\">" + text.name() + "</th>",
                        "K-4711",
                        "href=\"https://ada.example\" rel=\"noopener noreferrer\"");
        int few = org.attune.Statements.during(() -> get("/contacts"));
        for (int n = 0; n < 12; n++) {
            met("Bea" + n, text, "K-" + n);
        }
        assertThat(org.attune.Statements.during(() -> get("/contacts"))).isEqualTo(few);
    }

    @Test
    void aSavedViewKeepsWhatItIsNarrowedBy() {
        Field text = own.of(Holder.CONTACT, FieldKind.TEXT);
        met("Ada", text, "Ä & Ö");
        met("Bea");
        String list = "/contacts?own[" + text.key() + "]=ä";
        SentForm form = SentForm.opened(mvc, anna, list, "/contacts/views").with("name", "Umlauts");
        MvcTestResult saved = form.send(mvc, anna);
        assertThat(saved).hasStatus(303);
        String address = String.valueOf(saved.getResponse().getRedirectedUrl());
        assertThat(address).contains("own%5B" + text.key() + "%5D=");
        assertThat(mvc.get().uri(java.net.URI.create(address)).with(Somebody.signedIn(anna)))
                .hasStatusOk()
                .bodyText()
                .contains(">Ada<", "Remove this view")
                .doesNotContain(">Bea<");
    }

    @Test
    void companiesAreNarrowedAndHaveColumnsToo() {
        Field number = own.listed(own.of(Holder.COMPANY, FieldKind.NUMBER));
        String name = "Kessler " + Ids.next().toString().substring(24);
        Answers answers = new Answers(Map.of(number.id(), List.of("1250.5")));
        companies.add(anna, new CompanyId(Ids.next()), new CompanyDetails(name, null, "Bremen"), answers);
        String list = "/companies?q=" + name.replace(" ", "%20") + "&own[" + number.key();
        assertThat(get(list + "-from]=1000")).bodyText().contains(name, "1,250.5", number.name());
        assertThat(get(list + "-to]=1000")).bodyText().doesNotContain("1,250.5");
        assertThat(get(list + "-none]=true")).bodyText().doesNotContain("1,250.5");
    }

    @Test
    void searchFindsWordsAnAdminMadeFindableAmongThoseSomebodySees() {
        Field found = own.searched(own.of(Holder.CONTACT, FieldKind.TEXT));
        Field hidden = own.of(Holder.CONTACT, FieldKind.TEXT);
        Field firm = own.searched(own.of(Holder.COMPANY, FieldKind.LINK));
        String token = "zq" + Ids.next().toString().substring(24);
        met("Ada", found, "Member " + token, hidden, "secret" + token);
        companies.add(
                anna,
                new CompanyId(Ids.next()),
                new CompanyDetails("Firm of " + Ids.next(), null, null),
                new Answers(Map.of(firm.id(), List.of("https://" + token + ".example"))));

        assertThat(titles(anna, token))
                .hasSize(2)
                .anyMatch(title -> title.equals("Ada"))
                .anyMatch(title -> title.startsWith("Firm of"));
        assertThat(titles(anna, "secret" + token)).isEmpty();
        assertThat(titles(somebody.whoSells(), "Member " + token)).isEmpty();
        fields.retire(somebody.whoAdministers(), found.id());
        assertThat(titles(anna, "Member " + token)).isEmpty();
    }

    private List<String> titles(Viewer viewer, String typed) {
        Found all = searches.page(viewer, typed);
        return all.parts().stream()
                .flatMap(part -> part.hits().items().stream())
                .map(hit -> String.valueOf(hit.title()))
                .toList();
    }

    @Test
    void anImportFillsTheFieldsItsColumnsAreCalledLike() {
        Field text = own.required(own.of(Holder.CONTACT, FieldKind.TEXT));
        Field number = own.of(Holder.CONTACT, FieldKind.NUMBER);
        Field day = own.of(Holder.CONTACT, FieldKind.DAY);
        Field yesNo = own.of(Holder.CONTACT, FieldKind.YES_NO);
        Field several = own.choosing(Holder.CONTACT, FieldKind.CHOICES, "Sailing", "Rowing");
        String table = String.join(
                "\n",
                String.join(
                        ",",
                        "name",
                        text.name(),
                        number.name().toUpperCase(java.util.Locale.ROOT),
                        day.name(),
                        yesNo.name(),
                        several.name()),
                "Ada Lang,K-1,12.5,1.3.2026,ja,rowing; SAILING",
                "Bea Kurz,,twelve,someday,perhaps,Golf");
        UUID file = Ids.next();
        imports.handOver(anna, file, "own.csv", table.getBytes(StandardCharsets.UTF_8), "DE");

        List<LineView> lines = imports.look(anna, file).lines();
        assertThat(lines.get(0).reason()).isNull();
        assertThat(lines.get(1).reason())
                .contains(
                        number.name() + " left out, since it cannot be this: twelve.",
                        day.name() + " left out",
                        "Golf",
                        "Nothing is said of " + text.name());
        imports.take(anna, file);
        Answers ada = values.of(anna, Holder.CONTACT, named("Ada Lang"));
        assertThat(ada.of(text.id())).containsExactly("K-1");
        assertThat(ada.of(number.id())).containsExactly("12.5");
        assertThat(ada.of(day.id())).containsExactly("2026-03-01");
        assertThat(ada.of(yesNo.id())).containsExactly("true");
        assertThat(ada.of(several.id())).containsExactly(id(several, 0), id(several, 1));
        assertThat(values.of(anna, Holder.CONTACT, named("Bea Kurz"))).isEqualTo(Answers.none());
    }

    @Test
    void anExportHasThemAndCanBeImportedAgain() {
        Field text = own.of(Holder.CONTACT, FieldKind.TEXT);
        Field several = own.choosing(Holder.CONTACT, FieldKind.CHOICES, "Sailing", "Rowing");
        met("Ada", text, "=1+1", several, id(several, 0));
        met("Bea", text, "K-2");
        acquaintances.of(somebody.whoSells(), ContactDetails.named("Hidden", "Person"));
        MvcTestResult table = export("own[" + text.key() + "]", "1");
        assertThat(table).hasStatusOk().hasContentType("text/csv;charset=UTF-8");
        assertThat(table)
                .bodyText()
                .startsWith("\uFEFFGiven name,Family name")
                .contains(text.name(), several.name(), "Ada,", "'=1+1", "Sailing")
                .doesNotContain("Bea", "Hidden");
        assertThat(jdbc.sql(
                                "select count(*) from audit_entry where actor = :id and deed = 'exported' and kind = 'contacts'")
                        .param("id", anna.uuid())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(mvc.post()
                        .uri("/contacts/export")
                        .with(Somebody.signedIn(somebody.whoAdministers()))
                        .with(csrf()))
                .hasStatus(404);
    }

    private MvcTestResult export(String name, String value) {
        return mvc.post()
                .uri("/contacts/export")
                .with(Somebody.signedIn(anna))
                .with(csrf())
                .param(name, value)
                .exchange();
    }

    private UUID named(String name) {
        return jdbc.sql("select id from seen_contact(:viewer) where name = :name")
                .param("viewer", anna.uuid())
                .param("name", name)
                .query(UUID.class)
                .single();
    }

    private void met(String given, Object... answers) {
        ContactId id = acquaintances.of(anna, ContactDetails.named(given, ""));
        Map<UUID, List<String>> all = new java.util.HashMap<>();
        for (int at = 0; at < answers.length; at += 2) {
            all.put(((Field) answers[at]).id(), List.of(answers[at + 1].toString()));
        }
        contacts.change(anna, new ChangeContact(id, 0, ContactDetails.named(given, ""), new Answers(all)));
    }

    private static String id(Field field, int choice) {
        return field.offered().get(choice).id().toString();
    }

    private List<String> listed(String query) {
        String body = text(get("/contacts?sort=name&" + query));
        return List.of("Ada", "Bea", "Cem").stream()
                .filter(name -> body.contains(">" + name + "</a>"))
                .toList();
    }

    private static String text(MvcTestResult page) {
        assertThat(page).hasStatusOk();
        try {
            return page.getResponse().getContentAsString();
        } catch (java.io.UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private MvcTestResult get(String path) {
        String encoded =
                path.replace("[", "%5B").replace("]", "%5D").replace(" ", "%20").replace(";", "%3B");
        return mvc.get()
                .uri(java.net.URI.create(encoded))
                .with(Somebody.signedIn(anna))
                .exchange();
    }
}
