package org.attune.needs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.attune.Somebody.signedIn;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.Currency;
import java.util.Set;
import java.util.UUID;
import org.attune.AttuneTest;
import org.attune.Somebody;
import org.attune.access.Organisation;
import org.attune.access.Viewer;
import org.attune.conversations.TurnId;
import org.attune.people.ContactId;
import org.attune.platform.Ids;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@AttuneTest
class NeedPagesTests {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Somebody somebody;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Needs needs;

    @Autowired
    private NeedViews views;

    @Autowired
    private Organisation organisation;

    private Viewer maya;
    private ContactId petra;
    private Talk talk;
    private TurnId said;
    private NeedId need;

    @BeforeEach
    void need() {
        maya = somebody.whoSells();
        petra = Talk.contact(jdbc, maya, "Petra");
        talk = Talk.with(jdbc, maya, petra, Talk.contact(jdbc, maya, "Helen"));
        said = talk.heard(petra, "The surcharges are on my list, and nobody else writes them down.");
        need = noted();
    }

    private NeedId noted() {
        return needs.note(
                maya,
                new NoteNeed(
                        new NeedId(Ids.next()),
                        said,
                        NeedKind.PROBLEM,
                        "Surcharges go unbilled",
                        "nobody else writes them down",
                        Set.of(PersonRole.HAS_PROBLEM)));
    }

    @Test
    void showsTheirWordsWithTheOnesThatMatterMarked() {
        assertThat(get(maya, path("")))
                .hasStatusOk()
                .bodyText()
                .contains("<h1>Surcharges go unbilled</h1>")
                .contains("<mark>nobody else writes them down</mark>")
                .contains("Exploring, place 1 of 3")
                .contains("has the problem");
    }

    @Test
    void erasedWordsSaySinceWhen() {
        jdbc.sql("""
                        update turn set words = null, salt = null, erased_at = timestamptz '2026-03-12 12:00Z'
                         where id = :said""").param("said", said.value()).update();

        assertThat(get(maya, path("")))
                .hasStatusOk()
                .bodyText()
                .containsPattern("\\[erased on request, 12 Mar( 2026)?\\]")
                .doesNotContain("nobody else writes them down");
    }

    @Test
    void showsEverythingThatCanBeKnown() {
        TurnId yes = talk.heard(petra, "Yes, exactly that.");
        send(maya, "/unmet", "id", Ids.next(), "label", "Their owner", "roles", "DECIDES");
        send(
                maya,
                "/cost",
                "id",
                Ids.next(),
                "kind",
                "AMOUNT",
                "low",
                "2000",
                "currency",
                "eur",
                "per",
                "MONTH",
                "turn",
                yes);
        send(
                maya,
                "/cost",
                "id",
                Ids.next(),
                "kind",
                "OUR_ESTIMATE",
                "low",
                "3000",
                "high",
                "4000",
                "currency",
                "EUR",
                "per",
                "MONTH");
        send(
                maya,
                "/solution",
                "id",
                Ids.next(),
                "ourPart",
                "We build it",
                "theirPart",
                "She asks the drivers",
                "agreedTurn",
                yes);
        send(maya, "/confirmation", "id", Ids.next(), "text", "Her list alone", "answer", yes, "verdict", "YES");

        assertThat(get(maya, path("")))
                .hasStatusOk()
                .bodyText()
                .contains("Deciding, place 3 of 3")
                .contains("€2,000 a month")
                .contains("That is €24,000 a year.")
                .contains("We guess €3,000 to €4,000 a month")
                .contains("She asks the drivers")
                .contains("Her list alone")
                .contains("Their owner");
    }

    @Test
    void offersOurTurnsToChooseWhereItWasPlayedBack() {
        TurnId ours = talk.told("So the surcharges live on your list alone?");
        TurnId yes = talk.heard(petra, "Yes, exactly that.");
        assertThat(get(maya, path("")))
                .bodyText()
                .contains("So the surcharges live on your list alone?")
                .contains("<option value=\"" + ours.value() + "\"");

        send(
                maya,
                "/confirmation",
                "id",
                Ids.next(),
                "text",
                "Her list alone",
                "playbackTurn",
                ours,
                "answer",
                yes,
                "verdict",
                "YES");

        assertThat(views.playbacks(maya, need).get(0).playbackTurn()).isEqualTo(ours);
    }

    @Test
    void notesANeedFromATurnAndGoesBackThere() {
        assertThat(get(maya, "/turns/" + said.value() + "/needs/new"))
                .hasStatusOk()
                .bodyText()
                .contains("nobody else writes them down")
                .contains("Surcharges go unbilled");
        UUID id = Ids.next();
        Object[] note = {"id", id, "turn", said.value(), "kind", "PROBLEM", "title", "Another", "back", "true"};

        MvcTestResult first = post(maya, "/needs", note);
        MvcTestResult again = post(maya, "/needs", note);

        assertThat(first).hasStatus3xxRedirection().hasRedirectedUrl("/conversations/" + talk.id.value() + "#t1");
        assertThat(again).hasStatus3xxRedirection();
        assertThat(views.ofContacts(maya, Set.of(petra))).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "title, -, Give it a short title of ours",
                "excerpt, everybody writes them down, These words are not in what was heard",
                "kind, NOTHING, This is not in the form expected here",
                "roles, KING, This is not in the form expected here",
                "id, 7, Choose one of those offered here"
            })
    void saysAtItsFieldWhatIsWrongWithANote(String field, @Nullable String value, String says) {
        MvcTestResult answer = post(
                maya,
                "/needs",
                "turn",
                said.value(),
                "id",
                field.equals("id") ? or(value) : Ids.next(),
                "kind",
                field.equals("kind") ? or(value) : "PROBLEM",
                "title",
                field.equals("title") ? "" : "A title of ours",
                "excerpt",
                field.equals("excerpt") ? or(value) : "",
                "roles",
                field.equals("roles") ? or(value) : "PAYS");

        assertThat(answer).hasStatus(422).bodyText().contains(says).contains("id=\"summary\"");
        assertThat(views.ofContacts(maya, Set.of(petra))).hasSize(1);
    }

    @Test
    void takesNoTitleThatIsTooLong() {
        assertThat(post(
                        maya,
                        "/needs",
                        "turn",
                        said.value(),
                        "id",
                        Ids.next(),
                        "kind",
                        "PROBLEM",
                        "title",
                        "x".repeat(201)))
                .hasStatus(422)
                .bodyText()
                .contains("under 200 characters")
                .contains("x".repeat(201));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "AMOUNT||EUR|Give the amount",
                "AMOUNT|plenty|EUR|Write an amount in digits",
                "AMOUNT|-5|EUR|A cost is more than nothing",
                "AMOUNT|5.0001|EUR|Two decimals are enough",
                "AMOUNT|5|XYZ|three letters of a currency",
                "AMOUNT|5|EUROS|three letters of a currency",
                "|5|EUR|Fill this in, or choose one"
            })
    void saysAtItsFieldWhatIsWrongWithACost(@Nullable String kind, @Nullable String low, String currency, String says) {
        MvcTestResult answer = send(
                maya,
                "/cost",
                "id",
                Ids.next(),
                "kind",
                or(kind),
                "low",
                or(low),
                "currency",
                currency,
                "per",
                "YEAR",
                "turn",
                said,
                "workedOut",
                "As she said");

        assertThat(answer)
                .hasStatus(422)
                .bodyText()
                .contains(says)
                .contains("As she said")
                .contains("<title>Error:");
        assertThat(views.find(maya, need).cost()).isNull();
    }

    @Test
    void aCurrencyThatIsOfferedNoLongerIsTakenOnlyWhereItStood() {
        NeedId other = need;
        need = noted();
        organisation.offer(Currency.getInstance("DKK"));
        assertThat(costIn("DKK")).hasStatus(303);
        jdbc.sql("update organisation set currencies = array_remove(currencies, 'DKK')")
                .update();

        assertThat(costIn("DKK")).hasStatus(303);
        assertThat(costsOf(need)).isEqualTo(2);
        need = other;
        assertThat(costIn("DKK"))
                .hasStatus(422)
                .bodyText()
                .contains("Nobody chooses DKK here.")
                .contains("As she said")
                .contains("<title>Error:");
        assertThat(costsOf(other)).isZero();
    }

    private MvcTestResult costIn(String currency) {
        return send(
                maya,
                "/cost",
                "id",
                Ids.next(),
                "kind",
                "AMOUNT",
                "low",
                "2000",
                "currency",
                currency,
                "per",
                "YEAR",
                "turn",
                said,
                "workedOut",
                "As she said");
    }

    private int costsOf(NeedId id) {
        return jdbc.sql("select count(*) from need_cost where need_id = :id")
                .param("id", id.value())
                .query(Integer.class)
                .single();
    }

    @Test
    void asksWhereACostWasSaid() {
        assertThat(send(maya, "/cost", "id", Ids.next(), "kind", "NOT_COUNTABLE", "low", "", "currency", "EUR"))
                .hasStatus(422)
                .bodyText()
                .contains("Choose where they said it");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/solution|ourPart|Say what our part is",
                "/solution|theirPart|Say what their part is",
                "/confirmation|text|Write down what was played back",
                "/confirmation|answer|Choose what they answered",
                "/unmet|label|Say what they were called",
                "/people|contact|Fill this in, or choose one",
                "/turns|turn|Fill this in, or choose one",
                "/ending|how|Fill this in, or choose one",
                "/wording|title|Give it a short title of ours"
            })
    void saysAtItsFieldWhatIsMissing(String path, String field, String says) {
        MvcTestResult answer = send(
                maya, path, "id", Ids.next(), "version", views.find(maya, need).version(), field, "");

        assertThat(answer).hasStatus(422).bodyText().contains(says).contains("-" + field + "-error\"");
    }

    @Test
    void wantsToKnowWhyItIsNotAFit() {
        int version = views.find(maya, need).version();

        assertThat(send(maya, "/ending", "how", "NOT_FOR_US", "version", version))
                .hasStatus(422)
                .bodyText()
                .contains("Say why it does not fit");
        assertThat(send(maya, "/ending", "how", "NOT_FOR_US", "why", "Too small for us", "version", version))
                .hasStatus3xxRedirection();
        assertThat(get(maya, path("")))
                .bodyText()
                .contains("Not a fit for us, said openly on")
                .contains("Too small for us");
    }

    @Test
    void answersAnOldFormWithBothTexts() {
        int version = views.find(maya, need).version();
        send(maya, "/wording", "title", "Surcharges on one list", "kind", "PROBLEM", "version", version);

        assertThat(send(maya, "/wording", "title", "Lists and surcharges", "kind", "PROBLEM", "version", version))
                .hasStatus(409)
                .bodyText()
                .contains("Surcharges on one list")
                .contains("Lists and surcharges");
    }

    @Test
    void answersAnIdThatStandsForSomethingElseWithBothTexts() {
        UUID id = Ids.next();
        send(maya, "/confirmation", "id", id, "text", "Her list", "answer", said, "verdict", "YES");

        assertThat(send(maya, "/confirmation", "id", id, "text", "His list", "answer", said, "verdict", "YES"))
                .hasStatus(409)
                .bodyText()
                .contains("Her list")
                .contains("His list");
    }

    @Test
    void togglesARoleWithOneKey() {
        send(maya, "/people/" + petra.value() + "/roles", "gives", "PAYS");
        send(maya, "/people/" + petra.value() + "/roles", "gives", "PAYS");
        send(maya, "/people/" + petra.value() + "/roles", "takes", "HAS_PROBLEM");

        assertThat(views.find(maya, need).people())
                .extracting(NeedPersonView::roles)
                .containsExactly(Set.of(PersonRole.PAYS));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/wording",
                "/turns",
                "/people",
                "/unmet",
                "/cost",
                "/cost/confirmation",
                "/solution",
                "/confirmation",
                "/ending",
                "/reopening"
            })
    void isNotThereForSomebodyElse(String path) {
        Viewer stranger = somebody.whoSells();
        int before = rows();

        MvcTestResult answer = send(
                stranger,
                path,
                "id",
                Ids.next(),
                "title",
                "Mine",
                "kind",
                path.startsWith("/cost") ? "AMOUNT" : "PROBLEM",
                "version",
                0,
                "turn",
                said,
                "contact",
                petra.value(),
                "label",
                "Their owner",
                "low",
                "5",
                "currency",
                "EUR",
                "per",
                "YEAR",
                "estimate",
                Ids.next(),
                "ourPart",
                "Ours",
                "theirPart",
                "Theirs",
                "text",
                "So it is",
                "answer",
                said,
                "verdict",
                "YES",
                "how",
                "DROPPED");

        assertThat(answer).hasStatus(404);
        assertThat(rows()).isEqualTo(before);
        assertThat(views.find(maya, need).title()).isEqualTo("Surcharges go unbilled");
        assertThat(get(stranger, path(""))).hasStatus(404);
        assertThat(get(stranger, "/turns/" + said.value() + "/needs/new")).hasStatus(404);
    }

    @Test
    void isNotThereForAnAdminWithoutASellingRole() {
        assertThat(get(somebody.whoAdministers(), path(""))).hasStatus(404);
    }

    @Test
    void takesNoTurnOfSomebodyElses() {
        Viewer stranger = somebody.whoSells();
        ContactId karl = Talk.contact(jdbc, stranger, "Karl");
        TurnId theirs = Talk.with(jdbc, stranger, karl).heard(karl, "Me too.");

        assertThat(send(maya, "/turns", "turn", theirs)).hasStatus(404);
        assertThat(send(maya, "/people", "contact", karl.value())).hasStatus(404);
        assertThat(views.find(maya, need).heard()).isEqualTo(1);
    }

    @Test
    void writesNothingWithoutItsToken() {
        assertThat(mvc.post().uri(path("/reopening")).with(signedIn(maya))).hasStatus(403);
    }

    private int rows() {
        return jdbc.sql("""
                        select (select count(*) from need_turn where need_id = :id) + (select count(*) from need_person where need_id = :id)
                             + (select count(*) from need_cost where need_id = :id) + (select count(*) from solution where need_id = :id)
                             + (select count(*) from need_confirmation where need_id = :id)
                             + (select count(*) from need_change where need_id = :id)
                             + (select count(*) from need_person_not_met where need_id = :id)
                        """).param("id", need.value()).query(Integer.class).single();
    }

    private String path(String below) {
        return "/needs/" + need.value() + below;
    }

    private MvcTestResult send(Viewer viewer, String below, Object... parameters) {
        return post(viewer, path(below), parameters);
    }

    private MvcTestResult get(Viewer viewer, String path) {
        return mvc.get().uri(path).with(signedIn(viewer)).exchange();
    }

    private MvcTestResult post(Viewer viewer, String path, Object... parameters) {
        var request = mvc.post().uri(path).with(signedIn(viewer)).with(csrf());
        for (int at = 0; at < parameters.length; at += 2) {
            Object value = parameters[at + 1];
            request = request.param(
                    parameters[at].toString(),
                    value instanceof TurnId turn ? turn.value().toString() : value.toString());
        }
        return request.exchange();
    }

    private static String or(@Nullable String value) {
        return value == null ? "" : value;
    }
}
