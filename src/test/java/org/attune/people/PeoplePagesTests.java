package org.attune.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.attune.Somebody.signedIn;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.attune.Acquaintances;
import org.attune.AttuneTest;
import org.attune.Somebody;
import org.attune.access.TeamId;
import org.attune.access.Viewer;
import org.attune.platform.Ids;
import org.attune.platform.web.Said;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

@AttuneTest
class PeoplePagesTests {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Contacts contacts;

    @Autowired
    private Companies companies;

    @Autowired
    private CompanyViews companyViews;

    @Autowired
    private Companions companions;

    @Autowired
    private Acquaintances acquaintances;

    @Autowired
    private Somebody somebody;

    @Autowired
    private JdbcClient jdbc;

    private final String own = Ids.next().toString().substring(24);
    private Viewer anna;

    @BeforeEach
    void signIn() {
        anna = somebody.whoSells();
    }

    @Test
    void aNameIsEnoughToBeginWith() {
        UUID id = Ids.next();

        MvcTestResult answer = post("/contacts", aForm(id, "Helen", "Brandt"));

        assertThat(answer).hasStatus3xxRedirection().hasRedirectedUrl("/contacts/" + id);
        assertThat(contacts.page(anna, new ContactId(id)).name()).isEqualTo("Helen Brandt");
    }

    @Test
    void everythingThatWasTypedIsKeptWhileItNeedsAnotherLook() {
        UUID id = Ids.next();
        MultiValueMap<String, String> form = aForm(id, "", "");
        form.setAll(Map.of(
                "emails[0].address",
                "hedda@bergdahl",
                "phones[0].number",
                "12",
                "idealDays",
                "often",
                "longestDays",
                "30",
                "company",
                "Berg & Dahl",
                "background",
                "<script>alert(1)</script>"));

        MvcTestResult answer = post("/contacts", form);

        assertThat(answer).hasStatus(422);
        assertThat(answer)
                .bodyText()
                .contains("Error: Add a contact")
                .contains("Give the person a name, as they would say it.")
                .contains("“hedda@bergdahl” is not a complete address")
                .contains("“12” is not a number one can ring")
                .contains("Write a whole number of days")
                .contains("Berg &amp; Dahl")
                .contains("value=\"often\"")
                .contains("&lt;script&gt;")
                .doesNotContain("<script>alert");
        assertThat(exists(id)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "givenName, 101",
        "familyName, 101",
        "jobTitle, 201",
        "company, 401",
        "introducedBy, 401",
        "source, 101",
        "foundUs, 501",
        "background, 5001",
        "tags, 1001",
        "emails[0].address, 255",
        "phones[0].number, 61"
    })
    void whatIsTooLongIsSaidAtItsField(String field, int length) {
        UUID id = Ids.next();
        MultiValueMap<String, String> form = aForm(id, "Helen", "Brandt");
        form.set(field, "x".repeat(length));

        assertThat(post("/contacts", form)).hasStatus(422).bodyText().contains("aria-invalid=\"true\"");
        assertThat(exists(id)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "pronoun, it",
        "language, English",
        "idealDays, -3",
        "idealDays, 0",
        "idealDays, 99999",
        "longestDays, 5",
        "tags, xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
    })
    void whatCannotBeIsSaidAtItsField(String field, String value) {
        UUID id = Ids.next();
        MultiValueMap<String, String> form = aForm(id, "Helen", "Brandt");
        form.set(field, value);

        assertThat(post("/contacts", form)).hasStatus(422).bodyText().contains("class=\"error\"");
        assertThat(exists(id)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000\u0007", "\u200B", "   ", "…"})
    void aNameThatSaysNothingIsNone(String name) {
        assertThat(post("/contacts", aForm(Ids.next(), name, ""))).hasStatus(422);
    }

    @Test
    void namesOfAllScriptsAreWelcome() {
        UUID id = Ids.next();

        assertThat(post("/contacts", aForm(id, "志明 😀", "王"))).hasStatus3xxRedirection();
        assertThat(contacts.page(anna, new ContactId(id)).name()).isEqualTo("志明 😀 王");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "not-an-id"})
    void anIdThatIsNoneLeadsNowhere(String id) {
        MultiValueMap<String, String> form = aForm(Ids.next(), "Helen", own);
        form.set("id", id);

        assertThat(post("/contacts", form)).hasStatus(404);
    }

    @Test
    void sentTwiceItIsAddedOnce() {
        UUID id = Ids.next();
        MultiValueMap<String, String> form = aForm(id, "Helen", "Brandt");
        form.set("emails[0].address", own + "@kessler.de");

        assertThat(post("/contacts", form)).hasStatus3xxRedirection();
        assertThat(post("/contacts", form)).hasStatus3xxRedirection().hasRedirectedUrl("/contacts/" + id);
        form.set("givenName", "Helga");
        form.set("anyway", "true");
        assertThat(post("/contacts", form))
                .hasStatus(409)
                .bodyText()
                .contains("Helen Brandt", "value=\"Helga\"", "Keep this one as well")
                .doesNotContain(id.toString());
    }

    @Test
    void anothersIdLeadsNowhereAndWritesNothing() {
        ContactId others = acquaintances.of(somebody.whoSells());

        assertThat(post("/contacts", aForm(others.value(), "Helen", "Brandt"))).hasStatus(404);
        assertThat(post("/contacts/" + others.value(), aForm(others.value(), "X", "Y")))
                .hasStatus(404);
        assertThat(jdbc.sql("select given_name from contact where id = ?")
                        .param(others.value())
                        .query(String.class)
                        .single())
                .isEqualTo("Helen");
    }

    @Test
    void withoutItsTokenNothingIsAdded() {
        UUID id = Ids.next();

        assertThat(mvc.post().uri("/contacts").with(signedIn(anna)).params(aForm(id, "Helen", "Brandt")))
                .hasStatus(403);
        assertThat(exists(id)).isFalse();
    }

    @Test
    void oneMoreLineKeepsWhatWasTyped() {
        MultiValueMap<String, String> form = aForm(Ids.next(), "Helen", "Brandt");
        form.set("emails[0].address", "h@");
        form.set("more", "emails");

        assertThat(post("/contacts", form))
                .hasStatusOk()
                .bodyText()
                .contains("emails[1].address")
                .contains("value=\"h@\"")
                .contains("value=\"Helen\"");
    }

    @Test
    void somebodyWhoMayBeKnownIsShownBeforeAndAddedAnyway() {
        acquaintances.of(anna, ContactDetails.named("Helen", own).with(EmailLine.work(own + "@kessler.de")));
        UUID id = Ids.next();
        MultiValueMap<String, String> form = aForm(id, "Somebody", "Else");
        form.set("emails[0].address", own + "@kessler.de");

        assertThat(post("/contacts", form))
                .hasStatus(422)
                .bodyText()
                .contains("same e-mail")
                .contains("Helen " + own);
        assertThat(exists(id)).isFalse();
        assertThat(post("/contacts/duplicates", form)).hasStatusOk().bodyText().contains("same e-mail");
        form.set("anyway", "true");
        assertThat(post("/contacts", form)).hasStatus3xxRedirection();
    }

    @Test
    void nobodySeesThroughTheWarningWhomTheyDoNotSee() {
        acquaintances.of(
                somebody.whoSells(), ContactDetails.named("Helen", own).with(EmailLine.work(own + "@kessler.de")));
        MultiValueMap<String, String> form = aForm(Ids.next(), "Helen", own);
        form.set("emails[0].address", own + "@kessler.de");

        assertThat(post("/contacts/duplicates", form)).hasStatusOk().bodyText().doesNotContain("Helen");
        assertThat(post("/contacts", form)).hasStatus3xxRedirection();
    }

    @Test
    void anIntroducerOneDoesNotSeeIsAsGoodAsNone() {
        acquaintances.of(somebody.whoSells(), ContactDetails.named("Hidden", own));
        UUID id = Ids.next();
        MultiValueMap<String, String> form = aForm(id, "Helen", "Brandt");
        form.set("introducedBy", "Hidden " + own);

        assertThat(post("/contacts", form)).hasStatus(422).bodyText().contains("is among the people you see");
        assertThat(exists(id)).isFalse();
        assertThat(get("/contacts/suggestions?introducedBy=Hidden " + own))
                .bodyText()
                .doesNotContain(own);
        assertThat(get("/contacts/new?introducedBy=" + Ids.next())).hasStatus(404);
    }

    @Test
    void whatIsTypedIsCompleted() {
        acquaintances.of(
                anna,
                ContactDetails.named("Greta", "Lind" + own)
                        .at("Lindholm " + own)
                        .tagged("fair-" + own));

        assertThat(get("/companies/suggestions?company=lindholm " + own))
                .bodyText()
                .contains("Lindholm " + own);
        assertThat(get("/contacts/suggestions?introducedBy=greta lind" + own))
                .bodyText()
                .contains("Greta Lind" + own + ", Lindholm " + own);
        assertThat(get("/contacts/tags?tags=other, fair-" + own)).bodyText().contains("other, fair-" + own);
    }

    @Test
    void aStaleFormShowsBothTextsAndCanBeSentAgain() {
        ContactId helen = acquaintances.of(anna, ContactDetails.named("Helen", "Brandt"));
        int version = contacts.page(anna, helen).version();
        contacts.change(anna, new ChangeContact(helen, version, ContactDetails.named("Helena", "Brandt")));
        MultiValueMap<String, String> form = aForm(helen.value(), "Ellen", "Brandt");
        form.set("version", String.valueOf(version));

        assertThat(post("/contacts/" + helen.value(), form))
                .hasStatus(409)
                .bodyText()
                .contains("Helena Brandt")
                .contains("value=\"Ellen\"");
        assertThat(contacts.page(anna, helen).name()).isEqualTo("Helena Brandt");
        form.set("version", String.valueOf(version + 1));
        assertThat(post("/contacts/" + helen.value(), form)).hasStatus3xxRedirection();
        assertThat(contacts.page(anna, helen).name()).isEqualTo("Ellen Brandt");
    }

    @Test
    void anotherTeamsSalespersonFindsNothingOnAnyPage() {
        ContactId helen = acquaintances.of(anna);
        ContactId petra = acquaintances.of(anna);
        Viewer stranger = somebody.whoSells();
        String page = "/contacts/" + helen.value();
        MultiValueMap<String, String> form = aForm(helen.value(), "X", "Y");
        form.set("companion", stranger.uuid().toString());
        form.set("with", petra.value().toString());
        form.set("withVersion", "0");

        for (String path : new String[] {"/edit", "/companions", "/owner", "/merge", "/merge?with=" + petra.value()}) {
            assertThat(get(stranger, page + path)).as(path).hasStatus(404);
        }
        for (String path : new String[] {"", "/archive", "/restoration", "/companions", "/merge"}) {
            assertThat(post(stranger, page + path, form)).as(path).hasStatus(404);
        }
        assertThat(contacts.page(anna, helen).archived()).isFalse();
        assertThat(contacts.page(anna, helen).companions()).isEmpty();
    }

    @Test
    void isArchivedAndComesBack() {
        ContactId helen = acquaintances.of(anna);
        String page = "/contacts/" + helen.value();

        assertThat(post(page + "/archive", aForm(helen.value(), "", ""))).hasStatus3xxRedirection();
        assertThat(contacts.page(anna, helen).archived()).isTrue();
        assertThat(post(page + "/restoration", aForm(helen.value(), "", ""))).hasStatus3xxRedirection();
        assertThat(contacts.page(anna, helen).archived()).isFalse();
    }

    @Test
    void isGivenOverByTheManagerOfTheTeam() {
        TeamId team = somebody.aTeam();
        Viewer seller = somebody.whoSells(team);
        Viewer manager = somebody.whoLeads(team);
        Viewer other = somebody.whoSells();
        ContactId helen = acquaintances.of(seller);
        String page = "/contacts/" + helen.value() + "/owner";

        assertThat(get(manager, page)).hasStatusOk();
        assertThat(get(seller, page)).hasStatus(404);
        assertThat(post(manager, page, new LinkedMultiValueMap<>())).hasStatus(422);
        MultiValueMap<String, String> form =
                one("to", somebody.whoAdministers().uuid().toString());
        form.set("id", Ids.next().toString());
        form.set("why", "Maya is on leave");
        assertThat(post(manager, page, form))
                .hasStatus(422)
                .bodyText()
                .contains("Choose somebody who works with customers.");
        form.set("to", other.uuid().toString());
        assertThat(post(manager, page, form))
                .hasStatus3xxRedirection()
                .hasRedirectedUrl("/hand-overs/" + form.getFirst("id"));
        assertThat(post(manager, page, form)).as("sent again").hasStatus3xxRedirection();
        assertThat(contacts.page(other, helen).owner()).isEqualTo(other.id());
    }

    @Test
    void anIntroductionIsNotedAndTakenBackByWhoeverMay() {
        ContactId helen = acquaintances.of(anna);
        String petra = contacts.page(anna, acquaintances.of(anna)).name();
        Viewer ben = somebody.whoSells();
        companions.invite(anna, helen, ben.id(), null);
        String bens = contacts.page(ben, acquaintances.of(ben)).name();
        String page = "/contacts/" + helen.value() + "/introductions";

        assertThat(get(page)).hasStatusOk().bodyText().contains("Note the introduction");
        assertThat(post(page, introduction("BROUGHT", petra))).hasStatus3xxRedirection();
        assertThat(post(ben, page, introduction("WAS_BROUGHT", bens))).hasStatus3xxRedirection();
        assertThat(get(page)).bodyText().contains(petra);
        assertThat(contacts.page(anna, helen).introduced()).hasSize(1);
        assertThat(contacts.page(ben, helen).introducedBy()).hasSize(1);

        UUID noted = contacts.page(anna, helen).introduced().get(0).id();
        Viewer stranger = somebody.whoSells();
        assertThat(get(stranger, page)).hasStatus(404);
        assertThat(post(stranger, page + "/" + noted + "/withdrawal", new LinkedMultiValueMap<>()))
                .hasStatus(404);
        assertThat(post(page + "/" + noted + "/withdrawal", new LinkedMultiValueMap<>()))
                .hasStatus3xxRedirection();
        assertThat(contacts.page(anna, helen).introduced()).isEmpty();
        assertThat(post(stranger, page + "/" + noted + "/restoration", new LinkedMultiValueMap<>()))
                .hasStatus(404);
        assertThat(post(page + "/" + noted + "/restoration", new LinkedMultiValueMap<>()))
                .hasStatus3xxRedirection();
        assertThat(contacts.page(anna, helen).introduced())
                .extracting(one -> one.id())
                .containsExactly(noted);
        post(page + "/" + noted + "/withdrawal", new LinkedMultiValueMap<>());
        assertThat(post(page, introduction("BROUGHT", petra))).hasStatus3xxRedirection();
        assertThat(post(page + "/" + noted + "/restoration", new LinkedMultiValueMap<>()))
                .as("known again meanwhile")
                .hasStatus3xxRedirection();
        assertThat(contacts.page(anna, helen).introduced()).singleElement().satisfies(one -> assertThat(one.id())
                .isNotEqualTo(noted));
        UUID brought = contacts.page(ben, helen).introducedBy().get(0).id();
        assertThat(post(ben, page + "/" + brought + "/withdrawal", new LinkedMultiValueMap<>()))
                .hasStatus3xxRedirection();
        assertThat(contacts.page(ben, helen).introducedBy()).isEmpty();
    }

    @Test
    void anIntroductionWithoutAnybodyIsSaidAtItsField() {
        ContactId helen = acquaintances.of(anna);
        String page = "/contacts/" + helen.value() + "/introductions";

        assertThat(post(page, introduction("BROUGHT", "")))
                .hasStatus(422)
                .bodyText()
                .contains("Say who it was.");
        assertThat(post(page, introduction("BROUGHT", "Nobody at all")))
                .hasStatus(422)
                .bodyText()
                .contains("Nobody at all");
        assertThat(post(page, introduction("BROUGHT", contacts.page(anna, helen).name())))
                .hasStatus(422)
                .bodyText()
                .contains("Nobody introduces themselves.");
    }

    @Test
    void anIntroductionThatLeadsInACircleIsSaidAtItsFieldWhicheverPartTheyHad() {
        ContactId helen = acquaintances.of(anna);
        ContactId petra = acquaintances.of(anna);
        String page = "/contacts/" + helen.value() + "/introductions";
        String name = contacts.page(anna, petra).name();
        assertThat(post(page, introduction("BROUGHT", name))).hasStatus3xxRedirection();

        assertThat(post(page, introduction("WAS_BROUGHT", name)))
                .hasStatus(422)
                .bodyText()
                .containsPattern("(?s)id=\"who-error\".{0,400}The one was brought by the other already");
    }

    @Test
    void aTagGivenToManyIsTakenOffAgainFromThoseWhoGotIt() {
        ContactId helen =
                acquaintances.of(anna, ContactDetails.named("Helen", "Brandt").tagged("fair ü&b"));
        ContactId petra = acquaintances.of(anna);
        MultiValueMap<String, String> both = one("tag", "Fair Ü&b");
        both.add("id", helen.value().toString());
        both.add("id", petra.value().toString());

        MvcTestResult tagged = post("/contacts/chosen/tag", both);
        Said said = (Said)
                Objects.requireNonNull(tagged.getMvcResult().getFlashMap().get("said"));
        assertThat(contacts.page(anna, petra).details().tags()).containsExactly("fair ü&b");
        assertThat(said).isNotNull();
        assertThat(mvc.post()
                        .uri(URI.create(String.valueOf(said.undo())))
                        .with(signedIn(anna))
                        .with(csrf()))
                .hasStatus3xxRedirection();

        assertThat(contacts.page(anna, petra).details().tags()).isEmpty();
        assertThat(contacts.page(anna, helen).details().tags()).containsExactly("fair ü&b");
    }

    private static MultiValueMap<String, String> introduction(String part, String who) {
        MultiValueMap<String, String> form = one("part", part);
        form.set("id", Ids.next().toString());
        form.set("who", who);
        return form;
    }

    @Test
    void isSharedWithACompanion() {
        Viewer ben = somebody.whoSells();
        ContactId helen = acquaintances.of(anna);
        String page = "/contacts/" + helen.value() + "/companions";
        MultiValueMap<String, String> form = one("companion", ben.uuid().toString());

        form.set("until", "yesterday");
        assertThat(post(page, form)).hasStatus(422).bodyText().contains("Write the day as year-month-day");
        form.set("until", "2020-01-01");
        assertThat(post(page, form)).hasStatus(422).bodyText().contains("Choose today or a later day.");
        form.set("until", "2099-12-31");
        assertThat(post(page, form)).hasStatus3xxRedirection();
        assertThat(get(page)).bodyText().contains(ben.name()).contains("31 Dec 2099");
        assertThat(post(ben, page + "/" + ben.uuid() + "/end", new LinkedMultiValueMap<>()))
                .hasStatus3xxRedirection()
                .hasRedirectedUrl("/contacts");
    }

    @Test
    void twoAreSeenSideBySideAndMadeOne() {
        ContactId kept = acquaintances.of(anna, ContactDetails.named("Helen", "Brandt"));
        ContactId absorbed = acquaintances.of(
                anna,
                ContactDetails.named("Hellen", "Brand").at("Kessler " + own).with(EmailLine.work("h@kessler.de")));
        String page = "/contacts/" + kept.value() + "/merge";
        UUID id = Ids.next();
        MultiValueMap<String, String> form = one("id", id.toString());
        form.set("with", absorbed.value().toString());
        form.set("version", String.valueOf(contacts.page(anna, kept).version()));
        form.set("withVersion", String.valueOf(contacts.page(anna, absorbed).version()));
        form.add("take", "COMPANY");

        assertThat(get(page + "?q=hellen")).bodyText().contains("Hellen Brand");
        assertThat(get(page + "?with=" + absorbed.value()))
                .hasStatusOk()
                .bodyText()
                .contains("1 e-mail address")
                .contains("Kessler " + own);
        assertThat(post(page, form)).hasStatus3xxRedirection();
        assertThat(contacts.page(anna, kept).company()).isEqualTo("Kessler " + own);
        assertThat(get("/contacts/" + absorbed.value() + "/edit"))
                .hasStatus3xxRedirection()
                .hasRedirectedUrl("/contacts/" + kept.value() + "/edit");
        assertThat(post("/contacts/merges/" + id + "/undoing", new LinkedMultiValueMap<>()))
                .hasStatus3xxRedirection();
        assertThat(contacts.page(anna, absorbed).name()).isEqualTo("Hellen Brand");
    }

    @Test
    void aCompanyIsAddedChangedArchivedAndFound() {
        UUID id = Ids.next();
        String name = "Zakłady " + own;
        MultiValueMap<String, String> form = one("id", id.toString());
        form.set("version", "0");

        assertThat(post("/companies", form)).hasStatus(422).bodyText().contains("Give the company a name.");
        form.set("name", name);
        form.set("website", "javascript:alert(1)");
        assertThat(post("/companies", form)).hasStatus(422).bodyText().contains("not an address on the web");
        form.set("website", "zaklady.pl");
        assertThat(post("/companies", form)).hasStatus3xxRedirection().hasRedirectedUrl("/companies/" + id);
        assertThat(post("/companies", form)).hasStatus3xxRedirection();
        assertThat(get("/companies?q=zaklady " + own)).bodyText().contains(name);

        form.set("city", "Kraków");
        assertThat(post("/companies/" + id, form)).hasStatus3xxRedirection();
        form.set("city", "Gdynia");
        assertThat(post("/companies/" + id, form))
                .hasStatus(409)
                .bodyText()
                .contains("Kraków")
                .contains("Gdynia");
        assertThat(get("/companies?archived=true&q=nobody-of-that-name"))
                .bodyText()
                .contains("No company of that name");
        assertThat(post("/companies/" + id + "/archive", form)).hasStatus3xxRedirection();
        assertThat(get("/companies?q=zaklady " + own)).bodyText().doesNotContain(id.toString());
        assertThat(post("/companies/" + id + "/restoration", form)).hasStatus3xxRedirection();
        assertThat(companyViews.find(new CompanyId(id)).website()).isEqualTo("https://zaklady.pl");
    }

    @Test
    void aSecondCompanyOfThatNameInTheSamePlaceIsRefusedAtTheName() {
        String name = "Twice " + own;
        companies.add(anna, new CompanyId(Ids.next()), CompanyDetails.named(name));
        MultiValueMap<String, String> form = one("id", Ids.next().toString());
        form.set("name", name);

        assertThat(post("/companies", form)).hasStatus(422).bodyText().contains("There is a company of that name");
    }

    @Test
    void aKeyThatIsNoneLeadsNowhere() {
        assertThat(get("/companies?after=x")).hasStatus(404);
        assertThat(get("/companies/" + Ids.next())).hasStatus(404);
        assertThat(get("/companies/not-an-id/edit")).hasStatus(404);
    }

    private MvcTestResult get(String uri) {
        return get(anna, uri);
    }

    private MvcTestResult get(Viewer viewer, String uri) {
        return mvc.get().uri(uri).with(signedIn(viewer)).exchange();
    }

    private MvcTestResult post(String uri, MultiValueMap<String, String> form) {
        return post(anna, uri, form);
    }

    private MvcTestResult post(Viewer viewer, String uri, MultiValueMap<String, String> form) {
        return mvc.post()
                .uri(uri)
                .with(signedIn(viewer))
                .with(csrf())
                .params(form)
                .exchange();
    }

    private static MultiValueMap<String, String> one(String name, String value) {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        form.set(name, value);
        return form;
    }

    private static MultiValueMap<String, String> aForm(UUID id, String givenName, String familyName) {
        MultiValueMap<String, String> form = one("id", id.toString());
        form.set("version", "0");
        form.set("givenName", givenName);
        form.set("familyName", familyName);
        return form;
    }

    private boolean exists(UUID id) {
        return jdbc.sql("select exists (select from contact where id = ?)")
                .param(id)
                .query(Boolean.class)
                .single();
    }
}
