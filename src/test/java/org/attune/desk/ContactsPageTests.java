package org.attune.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.attune.Somebody.signedIn;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.net.URI;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.attune.Acquaintances;
import org.attune.AttuneTest;
import org.attune.Somebody;
import org.attune.access.TeamId;
import org.attune.access.Viewer;
import org.attune.people.ContactDetails;
import org.attune.people.ContactId;
import org.attune.people.Contacts;
import org.attune.platform.Ids;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@AttuneTest
class ContactsPageTests {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private ContactLists lists;

    @Autowired
    private Contacts contacts;

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
    void beginsWithAWayOn() {
        assertThat(get("/contacts"))
                .hasStatusOk()
                .bodyText()
                .contains("Nobody is here yet")
                .contains("Add a contact");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mine", "listen", "threads", "peace"})
    void saysWhyAViewIsEmpty(String only) {
        assertThat(get("/contacts?only=" + only)).hasStatusOk().bodyText().contains("class=\"empty\"");
    }

    @Test
    void whoeverIsNotToHearFromUsIsNobodyToListenTo() {
        ContactId helen = acquaintances.of(anna, ContactDetails.named("Helen", own));
        ContactId petra = acquaintances.of(anna, ContactDetails.named("Petra", own));
        LocalDate since = LocalDate.now(anna.zone()).minusDays(3);
        jdbc.sql("update contact_card set listen_by = ? where contact_id in (?, ?)")
                .params(since, helen.value(), petra.value())
                .update();
        assertThat(lists.counts(anna)).containsEntry(Only.LISTEN, 2);
        jdbc.sql("""
                        insert into contact_stop (id, contact_id, whose_wish, said_by, said_at)
                        values (?, ?, 'theirs', ?, now())""").params(Ids.next(), helen.value(), anna.uuid()).update();

        assertThat(get("/contacts?only=listen"))
                .bodyText()
                .contains("Petra " + own)
                .doesNotContain("Helen " + own);
        assertThat(lists.counts(anna)).containsEntry(Only.LISTEN, 1);
        assertThat(lists.page(anna, sorted(ContactOrder.NAME, null)).items())
                .extracting(ContactLine::listenSince)
                .containsExactly(null, since);
    }

    @Test
    void showsThePeopleOneSeesAndNobodyElse() {
        acquaintances.of(
                anna, ContactDetails.named("Helen", own).at("Kessler " + own).tagged("tag-" + own));
        acquaintances.of(
                somebody.whoSells(), ContactDetails.named("Hidden", own).tagged("hidden-" + own));

        assertThat(get("/contacts"))
                .hasStatusOk()
                .bodyText()
                .contains("Helen " + own)
                .contains("Kessler " + own)
                .contains("tag-" + own)
                .doesNotContain("Hidden " + own)
                .doesNotContain("hidden-" + own);
        assertThat(get("/contacts?q=Hidden")).bodyText().contains("Nobody fits");
    }

    @Test
    void manyTagsDoNotMakeALineTall() {
        acquaintances.of(anna, ContactDetails.named("Helen", own).tagged("beech", "fair", "maple", "oak"));

        assertThat(get("/contacts"))
                .bodyText()
                .contains(">beech</span>", ">fair</span>", ">+2</span>", ">maple, oak</span>")
                .doesNotContain(">oak</span></p>");
    }

    @ParameterizedTest
    @EnumSource(ContactOrder.class)
    void pagesThroughRowsThatTieWithoutLosingOrRepeatingOne(ContactOrder order) {
        Set<ContactId> all = new HashSet<>();
        IntStream.range(0, 65).forEach(n -> all.add(acquaintances.of(anna, ContactDetails.named("Same", "Name"))));
        jdbc.sql("update contact set created_at = '2026-01-01' where owner_id = ?")
                .param(anna.uuid())
                .update();

        List<ContactId> seen = new ArrayList<>();
        String after = null;
        do {
            ListedContacts page = lists.page(anna, sorted(order, after));
            page.items().forEach(line -> seen.add(line.id()));
            after = page.next();
        } while (after != null);

        assertThat(seen).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void aPageStaysWhereItWasWhenSomebodyNewComes() {
        IntStream.range(10, 50).forEach(n -> acquaintances.of(anna, ContactDetails.named("N" + n, own)));
        ListedContacts first = lists.page(anna, sorted(ContactOrder.NAME, null));

        acquaintances.of(anna, ContactDetails.named("N00", own));

        assertThat(lists.page(anna, sorted(ContactOrder.NAME, first.next())).items())
                .extracting(ContactLine::name)
                .startsWith("N40 " + own)
                .hasSize(10);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "TkFNRQ", "SEVBUkQgMDE5M2Y", "%00", "'; drop table contact"})
    void aKeyThatIsNoneLeadsNowhere(String key) {
        assertThat(mvc.get().uri("/contacts?after={key}", key).with(signedIn(anna)))
                .hasStatus(404);
    }

    @Test
    void aForgedValueInAKeyLeadsNowhere() {
        String forged = new ListKey(ContactOrder.HEARD, "tomorrow-ish", Ids.next()).toString();

        assertThat(get("/contacts?after=" + forged)).hasStatus(404);
    }

    @ParameterizedTest
    @CsvSource({"week, 3", "month, 20", "quarter, 60", "longer, 200"})
    void findsThoseWhoWereHeardThen(String heard, int daysAgo) {
        ContactId then = acquaintances.of(anna, ContactDetails.named("Then", own));
        acquaintances.of(anna, ContactDetails.named("Never", own));
        jdbc.sql("update contact_card set last_heard_at = ? where contact_id = ?")
                .param(Timestamp.from(Instant.now().minus(Duration.ofDays(daysAgo))))
                .param(then.value())
                .update();

        assertThat(get("/contacts?heard=" + heard))
                .bodyText()
                .contains("Then " + own)
                .doesNotContain("Never " + own);
        assertThat(get("/contacts?heard=never"))
                .bodyText()
                .contains("Never " + own)
                .doesNotContain("Then " + own);
    }

    @Test
    void findsByNameCompanyTagStageAndArchive() {
        ContactId helen = acquaintances.of(
                anna,
                ContactDetails.named("Hélène", "Brandt").at("Kessler " + own).tagged("fair-" + own));
        acquaintances.of(anna, ContactDetails.named("Petra", "Kühn"));
        jdbc.sql("update contact_card set stage_key = 'trust', stage_position = 3 where contact_id = ?")
                .param(helen.value())
                .update();

        for (String filter :
                List.of("q=helene", "q=helene brand", "q=kessler " + own, "tag=fair-" + own, "stage=trust")) {
            assertThat(get("/contacts?" + filter))
                    .as(filter)
                    .bodyText()
                    .contains("Hélène")
                    .doesNotContain("Petra");
        }
        contacts.archive(anna, helen);
        assertThat(get("/contacts")).bodyText().contains("Petra").doesNotContain("Hélène");
        assertThat(get("/contacts?archived=true")).bodyText().contains("Hélène").doesNotContain("Petra");
    }

    @Test
    void findsByOwnerWithinTheTeamOnly() {
        TeamId team = somebody.aTeam();
        Viewer manager = somebody.whoLeads(team);
        Viewer ben = somebody.whoSells(team);
        Viewer other = somebody.whoSells();
        acquaintances.of(ben, ContactDetails.named("Bens", own));
        acquaintances.of(other, ContactDetails.named("Others", own));

        assertThat(get(manager, "/contacts?owner=" + ben.uuid())).bodyText().contains("Bens " + own);
        assertThat(get(manager, "/contacts?owner=" + other.uuid())).bodyText().doesNotContain("Others " + own);
        assertThat(get(manager, "/contacts?owner=nobody")).hasStatus(404);
        assertThat(get(manager, "/contacts?only=mine")).bodyText().doesNotContain("Bens " + own);
    }

    @Test
    void wordsItDoesNotKnowAreAsGoodAsNone() {
        acquaintances.of(anna, ContactDetails.named("Helen", own));

        assertThat(get("/contacts?heard=soon&sort=price&only=rich&archived=maybe&stage="))
                .hasStatusOk()
                .bodyText()
                .contains("Helen " + own);
        assertThat(mvc.get()
                        .uri("/contacts?q={q}", "%_'\\ \u0000" + "x".repeat(5000))
                        .with(signedIn(anna)))
                .hasStatusOk();
    }

    @Test
    void keepsAViewUnderAName() {
        acquaintances.of(anna, ContactDetails.named("Helen", own).tagged("fair & more"));
        UUID id = Ids.next();
        String query = "tag=fair%20%26%20more&sort=name";

        assertThat(post("/contacts/views", "id", id, "name", "Fairs " + own, "query", query))
                .hasStatus3xxRedirection();
        assertThat(post("/contacts/views", "id", id, "name", "Fairs " + own, "query", query))
                .hasStatus3xxRedirection();
        assertThat(post("/contacts/views", "id", Ids.next(), "name", "fairs " + own, "query", query))
                .hasStatus(422)
                .bodyText()
                .contains("id=\"name-error\"", "value=\"fairs " + own + "\"", "sort=name");
        assertThat(post("/contacts/views", "id", Ids.next(), "name", " "))
                .hasStatus(422)
                .bodyText()
                .contains("id=\"name-error\"", "aria-invalid=\"true\"");
        assertThat(post("/contacts/views/" + id, "name", " "))
                .hasStatus(422)
                .bodyText()
                .contains("id=\"name-error\"");
        assertThat(post("/contacts/views", "id", id, "name", "Something else"))
                .hasStatus(409)
                .bodyText()
                .contains("Fairs " + own, "value=\"Something else\"");
        assertThat(mvc.get()
                        .uri(URI.create("/contacts?" + query + "&view=" + id))
                        .with(signedIn(anna)))
                .bodyText()
                .contains("Helen " + own)
                .contains("Fairs " + own);
        assertThat(get(somebody.whoSells(), "/contacts")).bodyText().doesNotContain("Fairs " + own);
        assertThat(post(somebody.whoSells(), "/contacts/views/" + id, "name", "Mine"))
                .hasStatus(404);
        assertThat(post("/contacts/views/" + id, "name", "Shows " + own)).hasStatus3xxRedirection();
        assertThat(get("/contacts")).bodyText().contains("Shows " + own);
        assertThat(post("/contacts/views/" + id + "/removal")).hasStatus3xxRedirection();
        assertThat(get("/contacts")).bodyText().doesNotContain("Shows " + own + "</a>");
    }

    @Test
    void doesToTheChosenWhatOneMayDoToThem() {
        ContactId helen = acquaintances.of(anna);
        ContactId petra = acquaintances.of(anna);
        ContactId hidden = acquaintances.of(somebody.whoSells());

        assertThat(post("/contacts/chosen/tag", "id", helen.value(), "id", hidden.value(), "tag", "Fair " + own))
                .hasStatus3xxRedirection();
        assertThat(contacts.page(anna, helen).details().tags()).containsExactly("fair " + own);
        assertThat(post("/contacts/chosen/archive", "id", petra.value(), "back", "/contacts?sort=name"))
                .hasStatus3xxRedirection()
                .hasRedirectedUrl("/contacts?sort=name");
        assertThat(post("/contacts/chosen/archive", "id", helen.value(), "back", "https://evil.example"))
                .hasRedirectedUrl("/contacts");
        assertThat(contacts.page(anna, petra).archived()).isTrue();
        assertThat(post("/contacts/chosen/restoration", "id", petra.value())).hasStatus3xxRedirection();
        assertThat(contacts.page(anna, petra).archived()).isFalse();
        assertThat(post("/contacts/chosen/archive")).hasStatus(422);
        assertThat(post("/contacts/chosen/tag", "id", helen.value())).hasStatus(422);
        assertThat(post("/contacts/chosen/tag", "id", "everybody", "tag", "x")).hasStatus(400);
        assertThat(jdbc.sql("select count(*) from contact_tag where contact_id = ?")
                        .param(hidden.value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void showsWhoAtACompanyKnowsWhomOfUsAndCountsNobodyUnseen() {
        ContactId helen =
                acquaintances.of(anna, ContactDetails.named("Helen", own).at("Kessler " + own));
        acquaintances.of(
                somebody.whoSells(), ContactDetails.named("Hidden", own).at("Kessler " + own));
        UUID company =
                Objects.requireNonNull(contacts.page(anna, helen).companyId()).value();

        assertThat(get("/companies/" + company))
                .hasStatusOk()
                .bodyText()
                .contains("Helen " + own)
                .contains(anna.name())
                .doesNotContain("Hidden " + own);
        assertThat(get(somebody.whoSells(), "/companies/" + company))
                .hasStatusOk()
                .bodyText()
                .contains("Nobody you know works there yet");
    }

    private static ContactFilter sorted(ContactOrder order, @Nullable String after) {
        return new ContactFilter(null, null, null, null, null, null, null, null, false, order, after);
    }

    private MvcTestResult get(String uri) {
        return get(anna, uri);
    }

    private MvcTestResult get(Viewer viewer, String uri) {
        return mvc.get().uri(uri).with(signedIn(viewer)).exchange();
    }

    private MvcTestResult post(String uri, Object... form) {
        return post(anna, uri, form);
    }

    private MvcTestResult post(Viewer viewer, String uri, Object... form) {
        var request = mvc.post().uri(uri).with(signedIn(viewer)).with(csrf());
        for (int at = 0; at < form.length; at += 2) {
            request = request.param(form[at].toString(), form[at + 1].toString());
        }
        return request.exchange();
    }
}
