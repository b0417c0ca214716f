package org.attune.fields;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.List;
import java.util.Locale;
import org.attune.Acquaintances;
import org.attune.AttuneTest;
import org.attune.SentForm;
import org.attune.Somebody;
import org.attune.access.Viewer;
import org.attune.people.Companies;
import org.attune.people.CompanyDetails;
import org.attune.people.CompanyId;
import org.attune.people.ContactId;
import org.attune.platform.Ids;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The organisation's own fields where contacts and companies are described and looked at. */
@AttuneTest
class FieldValuesPagesTests {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Somebody somebody;

    @Autowired
    private Acquaintances acquaintances;

    @Autowired
    private Companies companies;

    @Autowired
    private Fields fields;

    @Autowired
    private FieldChoices choices;

    @Autowired
    private FieldValues values;

    @Autowired
    private OwnFields own;

    @Autowired
    private JdbcClient jdbc;

    private Viewer anna;
    private ContactId helen;
    private String page;

    @BeforeEach
    void somebodyIsKnown() {
        anna = somebody.whoSells();
        helen = acquaintances.of(anna);
        page = "/contacts/" + helen.value();
    }

    @AfterEach
    void askForNothingMore() {
        own.areAskedForNoMore();
    }

    @Test
    void everyKindIsTypedKeptShownAndChanged() {
        Field text = own.of(Holder.CONTACT, FieldKind.TEXT);
        Field number = own.of(Holder.CONTACT, FieldKind.NUMBER);
        Field day = own.of(Holder.CONTACT, FieldKind.DAY);
        Field link = own.of(Holder.CONTACT, FieldKind.LINK);
        Field yesNo = own.of(Holder.CONTACT, FieldKind.YES_NO);
        Field choice = own.choosing(Holder.CONTACT, FieldKind.CHOICE, "Gold", "Silver");
        Field several = own.choosing(Holder.CONTACT, FieldKind.CHOICES, "Sailing", "Rowing", "Fishing");
        SentForm form = edit().with(text.path(), "K-4711")
                .with(number.path(), "1,250.5")
                .with(day.path(), "2026-02-28")
                .with(link.path(), "kessler.example/helen")
                .choosing(yesNo.path(), "true")
                .choosing(choice.path(), id(choice, "Silver"));
        assertThat(mvc.post()
                        .uri(page)
                        .with(Somebody.signedIn(anna))
                        .with(csrf())
                        .params(params(form, several.path(), id(several, "Fishing"), id(several, "Sailing"))))
                .hasStatus(303);

        assertThat(get(page))
                .bodyText()
                .contains(
                        "K-4711",
                        "1,250.5",
                        "28 Feb",
                        "href=\"https://kessler.example/helen\" rel=\"noopener noreferrer\"",
                        ">kessler.example/helen<",
                        "Yes",
                        "Silver",
                        "Sailing, Fishing");
        assertThat(get(page + "/edit")).bodyText().contains("value=\"1250.5\"", "value=\"2026-02-28\"", "K-4711");

        SentForm again = edit().with(text.path(), "").with(number.path(), "-3").choosing(several.path(), "");
        assertThat(again.send(mvc, anna)).hasStatus(303);
        Answers held = values.of(anna, Holder.CONTACT, helen.value());
        assertThat(held.isAnswered(text.id())).isFalse();
        assertThat(held.isAnswered(several.id())).isFalse();
        assertThat(held.of(number.id())).containsExactly("-3");
        assertThat(held.of(link.id())).containsExactly("https://kessler.example/helen");
    }

    @Test
    void whatCannotBeSoIsSaidAtEachFieldAndNothingIsLost() {
        Field number = own.of(Holder.CONTACT, FieldKind.NUMBER);
        Field link = own.of(Holder.CONTACT, FieldKind.LINK);
        Field text = own.required(own.of(Holder.CONTACT, FieldKind.TEXT));
        assertThat(edit().with(number.path(), "twelve")
                        .with(link.path(), "javascript:alert(1)")
                        .with("jobTitle", "Head of fleet")
                        .send(mvc, anna))
                .hasStatus(422)
                .bodyText()
                .contains(
                        "Write a number",
                        "Write an address that begins with https://",
                        text.name() + " is needed.",
                        "value=\"twelve\"",
                        "Head of fleet",
                        "href=\"#fields" + number.key() + "\"",
                        "id=\"fields" + number.key() + "-error\"")
                .doesNotContain("href=\"javascript:");
        assertThat(values.of(anna, Holder.CONTACT, helen.value()).values()).isEmpty();
    }

    @Test
    void somebodyWhoLacksWhatIsRequiredStaysAsTheyAreUntilTheyAreEdited() {
        Field text = own.required(own.of(Holder.CONTACT, FieldKind.TEXT));
        assertThat(get(page)).hasStatusOk();
        SentForm form = edit();
        assertThat(form.send(mvc, anna)).hasStatus(422);
        assertThat(form.with(text.path(), "K-1").send(mvc, anna)).hasStatus(303);
        SentForm fresh =
                SentForm.opened(mvc, anna, "/contacts/new", "/contacts").with("givenName", "Petra");
        assertThat(fresh.send(mvc, anna)).hasStatus(422).bodyText().contains(text.name() + " is needed.");
        assertThat(fresh.with(text.path(), "K-2").send(mvc, anna)).hasStatus(303);
        assertThat(fresh.send(mvc, anna)).hasStatus(303);
        assertThat(fresh.with(text.path(), "K-3").send(mvc, anna))
                .hasStatus(409)
                .bodyText()
                .contains("K-2", "K-3");
    }

    @Test
    void aStaleFormShowsBothAndKeepsWhatIsChosen() {
        Field text = own.of(Holder.CONTACT, FieldKind.TEXT);
        SentForm first = edit();
        SentForm second = edit();
        assertThat(first.with(text.path(), "Mine first").send(mvc, anna)).hasStatus(303);
        MvcTestResult conflict = second.with(text.path(), "Then mine").send(mvc, anna);
        assertThat(conflict).hasStatus(409).bodyText().contains(text.name() + ": Mine first", "value=\"Then mine\"");
        assertThat(SentForm.on(conflict, page).send(mvc, anna)).hasStatus(303);
        assertThat(held(text)).containsExactly("Then mine");
    }

    @Test
    void whatIsRetiredIsReadAndNotAskedForAndStays() {
        Field text = own.of(Holder.CONTACT, FieldKind.TEXT);
        edit().with(text.path(), "K-4711").send(mvc, anna);
        fields.retire(somebody.whoAdministers(), text.id());
        assertThat(get(page + "/edit")).bodyText().doesNotContain(text.name());
        assertThat(edit().with("jobTitle", "Head of fleet").send(mvc, anna)).hasStatus(303);
        assertThat(get(page)).bodyText().contains("K-4711", "no longer asked for");
        fields.restore(somebody.whoAdministers(), text.id());
        assertThat(get(page + "/edit")).bodyText().contains("K-4711");
    }

    @Test
    void aRetiredChoiceStaysWithWhoHasItAndIsOfferedToNobodyElse() {
        Field choice = own.choosing(Holder.CONTACT, FieldKind.CHOICE, "Gold", "Silver");
        String gold = id(choice, "Gold");
        edit().choosing(choice.path(), gold).send(mvc, anna);
        choices.retire(somebody.whoAdministers(), choice.id(), java.util.UUID.fromString(gold));
        assertThat(get(page + "/edit")).bodyText().contains("Gold (no longer offered)");
        assertThat(edit().send(mvc, anna)).hasStatus(303);
        assertThat(held(choice)).containsExactly(gold);
        assertThat(SentForm.opened(mvc, anna, "/contacts/new", "/contacts")
                        .with("givenName", "Petra")
                        .choosing(choice.path(), gold)
                        .send(mvc, anna))
                .hasStatus(422)
                .bodyText()
                .contains("Choose one of those that are offered.");
    }

    @Test
    void aCompanyHasFieldsOfItsOwn() {
        Field number = own.required(own.of(Holder.COMPANY, FieldKind.NUMBER));
        CompanyId kessler = companies.add(
                anna, new CompanyId(Ids.next()), new CompanyDetails("Kessler " + Ids.next(), null, "Bremen"));
        String company = "/companies/" + kessler.value();
        SentForm form = SentForm.opened(mvc, anna, company + "/edit", company);
        assertThat(form.send(mvc, anna)).hasStatus(422).bodyText().contains(number.name() + " is needed.");
        assertThat(form.with(number.path(), "12.5").send(mvc, anna)).hasStatus(303);
        assertThat(get(company)).bodyText().contains(number.name(), "12.5");
        MvcTestResult stale = form.with(number.path(), "14").send(mvc, anna);
        assertThat(stale).hasStatus(409).bodyText().contains(number.name() + ": 12.5");
        SentForm fresh = SentForm.opened(mvc, anna, "/companies/new", "/companies")
                .with("name", "Rau " + Ids.next())
                .with(number.path(), "7");
        assertThat(fresh.send(mvc, anna)).hasStatus(303);
        assertThat(fresh.send(mvc, anna)).hasStatus(303);
    }

    @Test
    void whoDoesNotSeeSomebodySeesNoneOfIt() {
        Field text = own.of(Holder.CONTACT, FieldKind.TEXT);
        edit().with(text.path(), "K-4711").send(mvc, anna);
        Viewer stranger = somebody.whoSells();
        assertThat(values.of(stranger, Holder.CONTACT, helen.value())).isEqualTo(Answers.none());
        assertThat(values.of(somebody.whoAdministers(), Holder.CONTACT, helen.value()))
                .isEqualTo(Answers.none());
        assertThat(mvc.get().uri(page + "/edit").with(Somebody.signedIn(stranger)))
                .hasStatus(404);
    }

    @Test
    void theHistorySaysWhichFieldItWasAndAnAdminDoesNotSeeTheValue() {
        Field text = own.of(Holder.CONTACT, FieldKind.TEXT);
        edit().with(text.path(), "K-4711").send(mvc, anna);
        edit().with(text.path(), "K-4712").send(mvc, anna);
        assertThat(get("/history/contacts/" + helen.value()))
                .bodyText()
                .contains(text.name(), "K-4711", "K-4712")
                .doesNotContain(text.id().toString());
        assertThat(mvc.get()
                        .uri("/admin/audit?record=" + helen.value())
                        .with(Somebody.signedIn(somebody.whoAdministers())))
                .bodyText()
                .contains(text.name())
                .doesNotContain("K-4711");
    }

    @Test
    void savingTheSameTwiceWritesNothing() {
        Field several = own.choosing(Holder.CONTACT, FieldKind.CHOICES, "Sailing", "Rowing");
        Field number = own.of(Holder.CONTACT, FieldKind.NUMBER);
        SentForm form = edit().choosing(several.path(), id(several, "Rowing")).with(number.path(), "1.50");
        form.send(mvc, anna);
        int before = entries();
        assertThat(edit().choosing(several.path(), id(several, "Rowing"))
                        .with(number.path(), "1.5")
                        .send(mvc, anna))
                .hasStatus(303);
        assertThat(entries()).isEqualTo(before);
    }

    @Test
    void whatSomebodyTypesIsWords() {
        Field text = own.of(Holder.CONTACT, FieldKind.TEXT);
        edit().with(text.path(), "<script>alert(1)</script>").send(mvc, anna);
        assertThat(get(page)).bodyText().contains("&lt;script&gt;").doesNotContain("<script>alert");
    }

    @Test
    void fieldsNobodyKnowsAreNobodys() {
        Field company = own.of(Holder.COMPANY, FieldKind.TEXT);
        assertThat(edit().choosing("fields[f0]", "x")
                        .choosing("fields[nonsense]", "x")
                        .choosing(company.path(), "x")
                        .send(mvc, anna))
                .hasStatus(303);
        assertThat(values.of(anna, Holder.CONTACT, helen.value()).values()).isEmpty();
    }

    @Test
    void aGermanWritesNumbersTheirWay() {
        Field number = own.of(Holder.CONTACT, FieldKind.NUMBER);
        jdbc.sql("update app_user set locale = 'de-DE' where id = :id")
                .param("id", anna.uuid())
                .update();
        Viewer german = somebody.again(anna);
        assertThat(german.locale()).isEqualTo(Locale.GERMANY);
        SentForm.opened(mvc, german, page + "/edit", page)
                .with(number.path(), "1.250,5")
                .send(mvc, german);
        assertThat(held(number)).containsExactly("1250.5");
        assertThat(mvc.get().uri(page).with(Somebody.signedIn(german)))
                .bodyText()
                .contains("1.250,5");
    }

    private int entries() {
        return jdbc.sql("select count(*) from audit_entry where about_id = :id")
                .param("id", helen.value())
                .query(Integer.class)
                .single();
    }

    private List<String> held(Field field) {
        return values.of(anna, Holder.CONTACT, helen.value()).of(field.id());
    }

    private static String id(Field field, String choice) {
        return field.choices().stream()
                .filter(one -> one.name().equals(choice))
                .findFirst()
                .orElseThrow()
                .id()
                .toString();
    }

    private static org.springframework.util.MultiValueMap<String, String> params(
            SentForm form, String name, String... several) {
        var params = new org.springframework.util.LinkedMultiValueMap<String, String>();
        String[] given = form.fields();
        for (int at = 0; at < given.length; at += 2) {
            params.add(given[at], given[at + 1]);
        }
        params.put(name, List.of(several));
        return params;
    }

    private SentForm edit() {
        return SentForm.opened(mvc, anna, page + "/edit", page);
    }

    private MvcTestResult get(String path) {
        return mvc.get().uri(path).with(Somebody.signedIn(anna)).exchange();
    }
}
