package org.attune.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.attune.Somebody.signedIn;

import java.time.DayOfWeek;
import java.util.Currency;
import java.util.List;
import org.attune.AttuneTest;
import org.attune.Happened;
import org.attune.SentForm;
import org.attune.Somebody;
import org.attune.access.Organisation;
import org.attune.access.OrganisationSettings;
import org.attune.access.OrganisationView;
import org.attune.access.SightChange;
import org.attune.access.TeamId;
import org.attune.access.Viewer;
import org.attune.offers.OfferScene;
import org.attune.people.ContactId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What an admin settles for everybody, where it is settled and where it is used. */
@AttuneTest
class OrganisationPagesTests {

    private static final String PAGE = "/admin/organisation";

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Somebody somebody;

    @Autowired
    private Happened happened;

    @Autowired
    private Organisation organisation;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private OfferScene offers;

    @Autowired
    private JdbcClient jdbc;

    private Viewer admin;

    @BeforeEach
    void somebodyConfigures() {
        admin = somebody.whoAdministers();
    }

    /** There is one organisation for all tests. */
    @AfterEach
    void asItWas() {
        jdbc.sql("""
                        update organisation set name = 'Our organisation', region = 'DE', currency = 'EUR', currencies = '{EUR}',
                               zone = 'Europe/Berlin', first_day = 1, working_days = '{1,2,3,4,5}', team_sees_contacts = false""").update();
    }

    @Test
    void onlyAdminsSettleIt() {
        Viewer anna = somebody.whoSells();
        Viewer lead = somebody.whoLeads(somebody.aTeam());
        for (String path : List.of(PAGE, PAGE + "/sight")) {
            assertThat(mvc.get().uri(path).with(signedIn(admin))).hasStatusOk();
            assertThat(mvc.get().uri(path).with(signedIn(anna))).hasStatus(404);
            assertThat(mvc.get().uri(path).with(signedIn(lead))).hasStatus(404);
        }
        assertThat(opened().with("name", "Mine now").send(mvc, lead)).hasStatus(404);
        assertThat(SentForm.to(PAGE + "/sight").choosing("shown", "yes").send(mvc, anna))
                .hasStatus(404);
        assertThat(organisation.current().teamSeesContacts()).isFalse();
    }

    @Test
    void allOfItIsSettledAtOnceAndHolds() {
        assertThat(opened().with("name", "Nordwind & Daughters")
                        .with("region", "IL")
                        .with("currency", "ILS")
                        .with("more", "chf, Swedish Krona")
                        .with("zone", "Asia/Jerusalem")
                        .with("firstDay", "SUNDAY")
                        .without("workingDays")
                        .choosing("workingDays", "SUNDAY")
                        .send(mvc, admin))
                .hasStatus(303);

        OrganisationView now = organisation.current();
        assertThat(now.name()).isEqualTo("Nordwind & Daughters");
        assertThat(now.region()).isEqualTo("IL");
        assertThat(now.zone()).hasToString("Asia/Jerusalem");
        assertThat(now.currencies()).extracting(Currency::getCurrencyCode).containsExactly("ILS", "CHF", "EUR", "SEK");
        assertThat(now.week().firstDay()).isEqualTo(DayOfWeek.SUNDAY);
        assertThat(now.week().days()).containsExactly(DayOfWeek.SUNDAY);
    }

    @Test
    void theSameTwiceIsSettledOnce() {
        SentForm form = opened().with("name", "Twice");
        assertThat(form.send(mvc, admin)).hasStatus(303);
        int version = organisation.current().version();

        assertThat(form.send(mvc, admin)).hasStatus(303);

        assertThat(organisation.current().version()).isEqualTo(version);
    }

    @Test
    void ofTwoAdminsTheSecondSeesWhatTheFirstSettled() {
        SentForm first = opened().with("name", "The first name");
        SentForm second = opened().with("name", "The second name");
        assertThat(first.send(mvc, admin)).hasStatus(303);

        MvcTestResult conflict = second.send(mvc, somebody.whoAdministers());

        assertThat(conflict).hasStatus(409).bodyText().contains("The first name", "The second name");
        assertThat(SentForm.on(conflict, PAGE).send(mvc, admin)).hasStatus(303);
        assertThat(organisation.current().name()).isEqualTo("The second name");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name|''|Fill this in",
                "name|'   '|Fill this in",
                "region|XX|Choose a country from the list.",
                "region|<script>|Choose a country from the list.",
                "currency|EURO|",
                "more|Talers|Attune knows no currency called Talers.",
                "more|CHF, <script>alert(1)</script>|Attune knows no currency called &lt;script&gt;",
                "zone|Middle/Earth|",
                "firstDay|SOMEDAY|",
                "workingDays|SOMEDAY|",
                "version|first|"
            })
    void whatIsWrongIsSaidAndNothingIsSettled(String field, String value, String says) {
        int version = organisation.current().version();

        MvcTestResult answer = opened().with("name", "Never kept")
                .choosing(field, value.strip())
                .send(mvc, admin);

        assertThat(answer).hasStatus(422).bodyText().contains("class=\"errlist\"", says == null ? "" : says);
        assertThat(answer).bodyText().doesNotContain("<script>alert");
        assertThat(organisation.current().version()).isEqualTo(version);
    }

    @Test
    void aWeekWithoutAWorkingDayIsNoWeek() {
        assertThat(opened().without("workingDays").send(mvc, admin))
                .hasStatus(422)
                .bodyText()
                .contains("Choose at least one day.");
    }

    @Test
    void aScriptForANameIsANameAndDoesNothing() {
        assertThat(opened().with("name", "<script>alert(1)</script>").send(mvc, admin))
                .hasStatus(303);
        assertThat(mvc.get().uri(PAGE).with(signedIn(admin)))
                .bodyText()
                .contains("&lt;script&gt;")
                .doesNotContain("<script>alert");
    }

    @Test
    void aCurrencyThatStandsSomewhereIsNotTakenAwayUnsaid() {
        organisation.offer(Currency.getInstance("NOK"));
        Viewer maya = somebody.whoSells();
        var offer = offers.recorded(offers.complete(maya));
        jdbc.sql("update offer set currency = 'NOK' where id = :id")
                .param("id", offer.value())
                .update();
        SentForm without = opened().without("currencies").choosing("currencies", "EUR");

        MvcTestResult asked = without.send(mvc, admin);

        assertThat(asked).hasStatus(422).bodyText().contains("NOK stands in 1 cost or offer", "it no longer");
        assertThat(SentForm.on(asked, PAGE).choosing("retiring", "true").send(mvc, admin))
                .hasStatus(303);
        assertThat(organisation.current().offers("NOK")).isFalse();
        assertThat(mvc.get().uri("/offers/" + offer.value()).with(signedIn(maya)))
                .bodyText()
                .contains("NOK");
        assertThat(mvc.get().uri("/offers/" + offer.value() + "/wording").with(signedIn(maya)))
                .bodyText()
                .containsPattern("<option value=\"NOK\" selected");
        SentForm again = SentForm.opened(
                mvc, maya, "/offers/" + offer.value() + "/wording", "/offers/" + offer.value() + "/wording");
        assertThat(again.with("title", "In kroner still").send(mvc, maya)).hasStatus(303);
    }

    @Test
    void aCurrencyNobodyOffersIsNotTakenInANewOfferNorInACost() {
        Viewer maya = somebody.whoSells();
        var offer = offers.recorded(offers.complete(maya));
        String wording = "/offers/" + offer.value() + "/wording";

        assertThat(SentForm.opened(mvc, maya, wording, wording)
                        .with("currency", "SEK")
                        .send(mvc, maya))
                .hasStatus(422)
                .bodyText()
                .contains("Nobody chooses SEK here.");

        organisation.offer(Currency.getInstance("SEK"));
        assertThat(SentForm.opened(mvc, maya, wording, wording)
                        .with("currency", "SEK")
                        .send(mvc, maya))
                .hasStatus(303);
    }

    @Test
    void theEffectOfShowingTeamsTheirContactsIsWhatThenHappens() {
        TeamId team = somebody.aTeam();
        Viewer anna = somebody.whoSells(team);
        Viewer ben = somebody.whoSells(team);
        somebody.whoLeads(team);
        ContactId helen = happened.met(anna);
        happened.met(anna, "Petra Roth");
        happened.met(ben, "Ida Storm");
        String name = jdbc.sql("select name from team where id = :id")
                .param("id", team.value())
                .query(String.class)
                .single();

        assertThat(settings.effectOfShowing(true)).contains(new SightChange(name, 2, 2));
        assertThat(organisation.current().teamSeesContacts()).isFalse();
        assertThat(mvc.get().uri(PAGE + "/sight").with(signedIn(admin)))
                .bodyText()
                .contains(name + ": 2 people would see more contacts, up to 2 each.")
                .doesNotContain("Helen", "Petra", "Ida ");
        assertThat(mvc.get().uri("/contacts/" + helen.value()).with(signedIn(ben)))
                .hasStatus(404);

        assertThat(SentForm.opened(mvc, admin, PAGE + "/sight", PAGE + "/sight").send(mvc, admin))
                .hasStatus(303);

        assertThat(mvc.get().uri("/contacts/" + helen.value()).with(signedIn(ben)))
                .hasStatusOk();
        assertThat(settings.effectOfShowing(true)).isEmpty();
        assertThat(settings.effectOfShowing(false)).contains(new SightChange(name, 2, 2));
        assertThat(SentForm.to(PAGE + "/sight").choosing("shown", "perhaps").send(mvc, admin))
                .hasStatus(422);
    }

    private SentForm opened() {
        return SentForm.opened(mvc, admin, PAGE, PAGE);
    }
}
