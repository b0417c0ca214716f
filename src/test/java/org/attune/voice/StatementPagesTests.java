package org.attune.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.attune.AttuneTest;
import org.attune.Somebody;
import org.attune.access.Users;
import org.attune.access.Viewer;
import org.attune.conversations.ConversationId;
import org.attune.conversations.ConversationScene;
import org.attune.conversations.TurnId;
import org.attune.conversations.Visibility;
import org.attune.people.ContactId;
import org.attune.platform.Ids;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The pages of the loop: what each role sees in each state, what is refused, and how the list goes on. */
@AttuneTest
class StatementPagesTests {

    private static final String ANSWERERS = "/admin/organisation/answerers";
    private static final Pattern STATEMENT =
            Pattern.compile("class=\"name\" href=\"/voice/statements/([0-9a-f-]{36})\"");
    private static final Pattern FURTHER = Pattern.compile("href=\"(/voice/statements\\?after=[^\"]+)\"");

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private StatementScene loop;

    @Autowired
    private Answerers answerers;

    @Autowired
    private ConversationScene talks;

    @Autowired
    private Somebody somebody;

    @Autowired
    private Users users;

    @Autowired
    private JdbcClient jdbc;

    private Viewer anna;
    private Viewer ruth;
    private Viewer decider;
    private ContactId helen;
    private TurnId said;

    @BeforeEach
    void helenSaidIt() {
        anna = somebody.whoSells();
        ruth = somebody.whoSells();
        decider = somebody.whoDecides();
        loop.answersFor(Addressee.MANAGEMENT, ruth);
        loop.answersFor(Addressee.MANAGEMENT, decider);
        helen = talks.contactOf(anna, "Helena", "Brandtner");
        ConversationId talk = talks.begun(anna, Visibility.ALL, helen);
        said = talks.heard(anna, talk, helen, "Helena types it <twice>.");
    }

    @Test
    void everyRoleSeesAStatementInEveryStateAsFarAsItMay() {
        UUID id = put("Helena Brandtner types it <b>twice</b>");
        String page = "/voice/statements/" + id;
        Viewer stranger = somebody.whoSells();
        Viewer admin = somebody.whoAdministers();

        assertThat(text(anna, page))
                .contains(
                        "Nobody has answered yet",
                        "Take it back",
                        "Helena types it &lt;twice&gt;.",
                        "Helena Brandtner",
                        "Read it there")
                .contains("types it &lt;b&gt;twice&lt;/b&gt;")
                .doesNotContain("Give this answer");
        for (Viewer answers : List.of(ruth, decider)) {
            assertThat(text(answers, page))
                    .contains(
                            "Give this answer", "[…] types it &lt;twice&gt;.", "[…] types it &lt;b&gt;twice&lt;/b&gt;")
                    .doesNotContain("Helena", "Brandtner", "Take it back", "Read it there");
        }
        assertThat(get(stranger, page)).hasStatus(404);
        assertThat(get(admin, page)).hasStatus(404);

        assertThat(answer(
                        decider,
                        id,
                        0,
                        "WILL",
                        "Because of the hours",
                        LocalDate.now().plusDays(9)))
                .hasStatus(303);
        assertThat(text(anna, page))
                .contains("Will", "Because of the hours", "Promise it for tomorrow", "Told already")
                .doesNotContain("Take it back");
        assertThat(text(ruth, page))
                .contains("Because of the hours")
                .doesNotContain("Promise it for tomorrow", "Helena");
        assertThat(text(anna, "/voice/statements?show=decided")).contains(id.toString());
        assertThat(text(anna, "/voice/statements?show=heard")).doesNotContain(id.toString());

        UUID answer = answered(id);
        loop.told(anna, id, answer, helen);
        assertThat(text(anna, page)).contains("Told by " + anna.name(), "Not told after all");
        assertThat(text(ruth, page)).doesNotContain("Told by");
        assertThat(text(anna, "/voice/statements?show=told")).contains(id.toString());
    }

    @Test
    void whoeverOnlyDecidesSeesTheListAndNothingElseOfCustomers() {
        UUID id = put("Typed twice");
        assertThat(get(decider, "/")).hasStatus(303).hasHeader("Location", "/voice/statements");
        assertThat(text(decider, "/voice/statements"))
                .contains(id.toString(), "href=\"/voice/statements\"", "You get an e-mail")
                .doesNotContain("href=\"/contacts\"", "href=\"/voice\"", "href=\"/admin");
        for (String none : List.of(
                "/voice",
                "/voice/sorting",
                "/voice/statements/new?turn=" + said.value(),
                "/contacts/" + helen.value(),
                "/search?q=twice",
                "/library",
                "/admin/people")) {
            assertThat(get(decider, none)).as(none).hasStatus(404);
        }
        assertThat(post(decider, "/voice/statements/" + id + "/withdrawal")).hasStatus(404);
        assertThat(post(
                        decider,
                        "/voice/statements",
                        "id",
                        Ids.next().toString(),
                        "to",
                        "PRODUCT",
                        "words",
                        "x",
                        "turns",
                        said.value().toString()))
                .hasStatus(404);
        assertThat(post(decider, "/voice/statements/letters", "wanted", "false"))
                .hasStatus(303);
        assertThat(answerers.of(decider)).noneMatch(AnswererView::byLetter);
        assertThat(text(somebody.whoDecides(), "/voice/statements")).doesNotContain(id.toString());
    }

    @Test
    void anAdminWhoAnswersIsLedThereAndOneWhoDoesNotKnowsNothingOfIt() {
        UUID id = put("Typed twice");
        Viewer admin = somebody.whoAdministers();
        assertThat(get(admin, "/voice/statements")).hasStatus(404);
        assertThat(text(admin, "/")).doesNotContain("/voice/statements");
        loop.answersFor(Addressee.MANAGEMENT, admin);
        assertThat(text(admin, "/")).contains("href=\"/voice/statements\"");
        assertThat(text(admin, "/voice/statements/" + id))
                .contains("[…] types it &lt;twice&gt;.")
                .doesNotContain("Helena");
        assertThat(answer(admin, id, 0, "NO", "It is as it is", null)).hasStatus(303);
    }

    @Test
    void namesAreOutUnderTheMarketingHatAlsoForWhoeverWorksWithThem() {
        UUID id = put("Helena types it twice");
        assertThat(text(anna, "/voice/statements?mine=true")).contains("Helena types it twice");
        assertThat(post(anna, "/hat", "hat", "marketing")).hasStatus(303);
        assertThat(text(anna, "/voice/statements?mine=true"))
                .contains("[…] types it twice")
                .doesNotContain("Helena");
        assertThat(text(anna, "/voice/statements/new?turn=" + said.value()))
                .contains("[…] types it &lt;twice&gt;.")
                .doesNotContain("Helena");
        assertThat(get(anna, "/voice/statements/" + id)).hasStatusOk();
    }

    @Test
    void whatIsWrongIsSaidAndNothingIsLost() {
        assertThat(get(anna, "/voice/statements/new?turn=x")).hasStatus4xxClientError();
        assertThat(get(anna, "/voice/statements/new?theme=" + Ids.next())).hasStatus(404);
        assertThat(text(anna, "/voice/statements?show=splendid&to=nobody&mine=perhaps&after=nonsense"))
                .contains("Put to those who decide");
        assertThat(post(anna, "/voice/statements", "id", Ids.next().toString(), "words", "Kept words"))
                .hasStatus(422)
                .bodyText()
                .contains("Kept words", "to-error", "turns-error");
        assertThat(post(
                        anna,
                        "/voice/statements",
                        "id",
                        Ids.next().toString(),
                        "to",
                        "MANAGEMENT",
                        "words",
                        "x".repeat(1001),
                        "turns",
                        said.value().toString()))
                .hasStatus(422)
                .bodyText()
                .contains("words-error", "x".repeat(1001));
        UUID id = put("Typed twice");
        assertThat(answer(ruth, id, 0, "WILL", "Kept why", null))
                .hasStatus(422)
                .bodyText()
                .contains("Kept why", "byWhen-error");
        assertThat(answer(ruth, id, 0, "NO", " ", null))
                .hasStatus(422)
                .bodyText()
                .contains("why-error");
        assertThat(answer(anna, id, 0, "NO", "Not mine to say", null)).hasStatus(404);
        assertThat(answer(ruth, Ids.next(), 0, "NO", "Of nothing", null)).hasStatus(404);
        assertThat(get(anna, "/voice/statements/" + id + "/tellings/new?contact=" + helen.value()))
                .hasStatus(404);
        assertThat(answer(ruth, id, 0, "NO", "It is as it is", null)).hasStatus(303);
        assertThat(answer(decider, id, 0, "WILL", "Yes, do", LocalDate.now().plusDays(9)))
                .hasStatus(409)
                .bodyText()
                .contains("It is as it is", "Yes, do");
        assertThat(get(anna, "/voice/statements/" + id + "/tellings/new?contact=" + Ids.next()))
                .hasStatus(404);
        assertThat(post(anna, "/voice/statements/" + id + "/withdrawal")).hasStatus4xxClientError();
    }

    @Test
    void theListGoesOnByKeyUntilItEnds() {
        List<String> put = new ArrayList<>();
        for (int n = 0; n < 22; n++) {
            put.add(0, put("Number " + n).toString());
        }
        List<String> shown = new ArrayList<>();
        String page = "/voice/statements";
        while (page != null) {
            String text = text(anna, page);
            Matcher each = STATEMENT.matcher(text);
            while (each.find()) {
                shown.add(each.group(1));
            }
            Matcher next = FURTHER.matcher(text);
            page = next.find() ? next.group(1).replace("&amp;", "&") : null;
        }
        assertThat(shown).isEqualTo(put);
    }

    @Test
    void todayRemindsToTellWhoSaidItUntilItIsPromised() {
        UUID id = put("Typed twice, as Helena says");
        assertThat(text(anna, "/")).doesNotContain("Tell them what became of it");
        answer(ruth, id, 0, "NO", "It is as it is", null);
        assertThat(text(anna, "/"))
                .contains(
                        "Tell them what became of it",
                        "Helena Brandtner",
                        "Typed twice, as Helena says",
                        "/voice/statements/" + id + "/promises");
        assertThat(text(ruth, "/")).doesNotContain("Tell them what became of it");
        assertThat(post(
                        anna,
                        "/voice/statements/" + id + "/promises",
                        "id",
                        Ids.next().toString(),
                        "answer",
                        answered(id).toString(),
                        "contact",
                        helen.value().toString()))
                .hasStatus(303);
        assertThat(text(anna, "/"))
                .doesNotContain("Tell them what became of it")
                .contains("Tell Helena what became of this");
    }

    @Test
    void namingThoseWhoAnswerTakesAnybodyAndOneWhoIsGoneIsRefused() {
        Viewer admin = somebody.whoAdministers();
        String page = ANSWERERS;
        List<String> fields = asTheyStand();
        fields.addAll(List.of(
                "marketing", decider.uuid().toString(), "product", admin.uuid().toString()));
        assertThat(post(admin, page, fields.toArray(String[]::new))).hasStatus(303);
        assertThat(answerers.of(decider)).extracting(AnswererView::audience).contains(Addressee.MARKETING);
        assertThat(answerers.of(admin)).extracting(AnswererView::audience).contains(Addressee.PRODUCT);
        assertThat(post(
                        admin,
                        page,
                        "version",
                        String.valueOf(answerers.version()),
                        "product",
                        Ids.next().toString()))
                .hasStatus(422);
        assertThat(get(anna, page)).hasStatus(404);
        assertThat(get(decider, page)).hasStatus(404);
    }

    @Test
    void ofAllPeopleOnlyThoseNamedStandOnThePageAndTheOthersAreFoundWhenTyped() {
        Viewer admin = somebody.whoAdministers();
        assertThat(text(admin, ANSWERERS))
                .contains(ruth.uuid().toString(), decider.uuid().toString())
                .doesNotContain("value=\"" + anna.uuid(), "value=\"" + admin.uuid(), somebody.emailOf(admin));
        String email = somebody.emailOf(anna);
        assertThat(text(admin, ANSWERERS + "/suggestions?productToo=" + email)).contains(anna.name() + ", " + email);
        assertThat(text(admin, ANSWERERS + "/suggestions?marketingToo=")).doesNotContain("<option");
        assertThat(get(anna, ANSWERERS + "/suggestions?productToo=" + email)).hasStatus(404);
    }

    @Test
    void oneMoreIsNamedByAddressAndOnceMoreIsTheSame() {
        Viewer admin = somebody.whoAdministers();
        List<String> fields = asTheyStand();
        fields.addAll(List.of(
                "marketingToo", " " + somebody.emailOf(anna).toUpperCase(Locale.ROOT),
                "productToo", anna.name() + ", " + somebody.emailOf(anna)));
        for (int times = 0; times < 2; times++) {
            assertThat(post(admin, ANSWERERS, fields.toArray(String[]::new))).hasStatus(303);
            assertThat(answerers.of(anna))
                    .extracting(AnswererView::audience)
                    .containsExactlyInAnyOrder(Addressee.MARKETING, Addressee.PRODUCT);
        }
        assertThat(answerers.of(ruth)).hasSize(1);
        assertThat(text(admin, ANSWERERS)).contains(anna.uuid().toString());
    }

    @Test
    void whoeverIsUnknownGoneOrNotAloneIsAnErrorWhereTheyWereTypedAndNobodyIsNamed() {
        Viewer admin = somebody.whoAdministers();
        Viewer gone = somebody.whoSells();
        String email = somebody.emailOf(gone);
        users.deactivate(admin, gone.id());
        String twice = "Twice " + Ids.next();
        jdbc.sql("update app_user set name = ? where id in (?, ?)")
                .params(twice, anna.uuid(), admin.uuid())
                .update();
        List<String> fields = asTheyStand();
        fields.addAll(List.of(
                "marketing",
                anna.uuid().toString(),
                "marketingToo",
                "nobody@nowhere.example",
                "productToo",
                email,
                "managementToo",
                twice));
        assertThat(post(admin, ANSWERERS, fields.toArray(String[]::new)))
                .hasStatus(422)
                .bodyText()
                .contains("marketingToo-error", "productToo-error", "managementToo-error")
                .contains("value=\"nobody@nowhere.example\"", "value=\"" + email, "value=\"" + twice)
                .contains("is known as", "is closed", "more than one")
                .contains("value=\"" + anna.uuid());
        assertThat(answerers.of(anna)).isEmpty();
    }

    @Test
    void namingOnAnOldPageShowsBothAndKeepsWhatWasTyped() {
        Viewer admin = somebody.whoAdministers();
        List<String> fields = asTheyStand();
        fields.addAll(List.of("productToo", somebody.emailOf(anna)));
        loop.answersFor(Addressee.MARKETING, admin);
        assertThat(post(admin, ANSWERERS, fields.toArray(String[]::new)))
                .hasStatus(409)
                .bodyText()
                .contains(
                        admin.name(),
                        "value=\"" + somebody.emailOf(anna),
                        admin.uuid().toString());
        assertThat(answerers.of(anna)).isEmpty();
    }

    /** The form as it is opened now. */
    private List<String> asTheyStand() {
        List<String> fields = new ArrayList<>(List.of("version", String.valueOf(answerers.version())));
        answerers
                .all()
                .forEach(one ->
                        fields.addAll(List.of(one.audience().word(), one.user().toString())));
        return fields;
    }

    private UUID put(String words) {
        return loop.put(anna, Addressee.MANAGEMENT, words, said);
    }

    private UUID answered(UUID statement) {
        return loop.answers(anna, statement).get(0);
    }

    private MvcTestResult answer(
            Viewer who, UUID statement, int version, String resolve, String why, @Nullable LocalDate day) {
        return post(
                who,
                "/voice/statements/" + statement + "/answers",
                "id",
                Ids.next().toString(),
                "version",
                String.valueOf(version),
                "resolve",
                resolve,
                "why",
                why,
                "byWhen",
                day == null ? "" : day.toString());
    }

    private String text(Viewer viewer, String path) {
        MvcTestResult result = get(viewer, path);
        assertThat(result).as(path).hasStatusOk();
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private MvcTestResult get(Viewer viewer, String path) {
        return mvc.get().uri(URI.create(path)).with(Somebody.signedIn(viewer)).exchange();
    }

    private MvcTestResult post(Viewer viewer, String path, String... fields) {
        var request = mvc.post().uri(path).with(Somebody.signedIn(viewer)).with(csrf());
        for (int n = 0; n < fields.length; n += 2) {
            request.param(fields[n], fields[n + 1]);
        }
        return request.exchange();
    }
}
