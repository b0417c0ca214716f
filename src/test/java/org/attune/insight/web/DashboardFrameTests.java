package org.attune.insight.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.attune.Somebody.signedIn;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.attune.Acquaintances;
import org.attune.AttuneTest;
import org.attune.Somebody;
import org.attune.access.TeamId;
import org.attune.access.Viewer;
import org.attune.offers.OfferScene;
import org.attune.people.ContactDetails;
import org.attune.people.ContactId;
import org.attune.platform.Ids;
import org.attune.platform.SafeCsv;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@AttuneTest
class DashboardFrameTests {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Somebody somebody;

    @Autowired
    private Acquaintances acquaintances;

    @Autowired
    private OfferScene offered;

    @Autowired
    private JdbcClient jdbc;

    private TeamId north;
    private Viewer maya;
    private Viewer ruth;
    private Viewer stranger;
    private UUID kessler;
    private UUID elsewhere;

    @BeforeEach
    void twoTeams() {
        north = somebody.aTeam();
        maya = somebody.whoSells(north);
        ruth = somebody.whoLeads(north);
        stranger = somebody.whoSells();
        kessler = companyOf(maya);
        elsewhere = companyOf(stranger);
    }

    private UUID companyOf(Viewer owner) {
        String company = "Kessler " + Ids.next();
        ContactId contact =
                acquaintances.of(owner, ContactDetails.named("Helen", "Brandt").at(company));
        return jdbc.sql("select company_id from contact where id = :id")
                .param("id", contact.value())
                .query(UUID.class)
                .single();
    }

    @Test
    void aManagerNarrowsToATeamAPersonACompanyAndAStage() {
        for (String what : new String[] {
            "team=" + north.value(),
            "person=" + maya.uuid(),
            "person=" + ruth.uuid(),
            "company=" + kessler,
            "stage=know"
        }) {
            assertThat(opens(ruth, "/dashboards/offers?" + what)).as(what).hasStatusOk();
        }
    }

    @Test
    void whatTheyDoNotOverseeDoesNotExist() {
        for (String what : new String[] {
            "team=" + somebody.aTeam().value(),
            "person=" + stranger.uuid(),
            "company=" + elsewhere,
            "company=" + Ids.next(),
            "stage=nothing",
            "team=north",
            "period=decade"
        }) {
            assertThat(opens(ruth, "/dashboards/offers?" + what)).as(what).hasStatus(404);
            assertThat(opens(ruth, "/dashboards/offers/rows?figure=open&" + what))
                    .as(what)
                    .hasStatus(404);
            assertThat(opens(ruth, "/dashboards/offers/months.csv?" + what))
                    .as(what)
                    .hasStatus(404);
        }
    }

    @Test
    void aSalespersonIsAskedNeitherForTeamNorPerson() {
        assertThat(opens(maya, "/dashboards/offers"))
                .bodyText()
                .doesNotContain("name=\"team\"", "name=\"person\"")
                .contains("name=\"stage\"", "name=\"at\"");
        assertThat(opens(maya, "/dashboards/offers?team=" + north.value())).hasStatus(404);
        assertThat(opens(maya, "/dashboards/offers?person=" + ruth.uuid())).hasStatus(404);
    }

    @Test
    void aManagerChoosesAmongTheirsOnly() {
        assertThat(opens(ruth, "/dashboards/offers"))
                .bodyText()
                .contains(maya.name(), ruth.name())
                .doesNotContain(stranger.name());
        assertThat(opens(ruth, "/dashboards/companies?at=" + nameOf(kessler)))
                .bodyText()
                .contains("value=\"" + nameOf(kessler) + "\"");
        assertThat(opens(ruth, "/dashboards/companies?at=" + nameOf(elsewhere)))
                .bodyText()
                .doesNotContain(nameOf(elsewhere));
    }

    private String nameOf(UUID company) {
        return jdbc.sql("select name from company where id = :id")
                .param("id", company)
                .query(String.class)
                .single();
    }

    @Test
    void anyCompanyIsChosenByTypingItsName() {
        assertThat(opens(ruth, "/dashboards/offers?at=" + nameOf(kessler)))
                .hasStatusOk()
                .bodyText()
                .contains("company=" + kessler + "&amp;period=custom", "value=\"" + nameOf(kessler) + "\"");
        assertThat(opens(ruth, "/dashboards/offers?at=&company=" + kessler))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("company=" + kessler + "&amp;period=custom");
        assertThat(opens(ruth, "/dashboards/offers?at=" + nameOf(kessler) + "&company=" + kessler))
                .hasStatusOk();
    }

    @Test
    void whereItIsNotClearWhichCompanyIsMeantItIsAsked() {
        UUID another = companyOf(maya);

        assertThat(opens(ruth, "/dashboards/offers?at=Kessler"))
                .hasStatus(422)
                .bodyText()
                .contains("Which company?", "Several are like", "company=" + kessler, "company=" + another)
                .contains("of all companies");
        assertThat(opens(ruth, "/dashboards/offers?at=" + nameOf(elsewhere).substring(8)))
                .bodyText()
                .doesNotContain("company=" + elsewhere);
        assertThat(opens(ruth, "/dashboards/offers?at=100%25_nothing"))
                .hasStatus(422)
                .bodyText()
                .contains("Nobody whose figures you see");
    }

    @Test
    void aCompanysPageLeadsToItsNumbersWhereThereAreAny() {
        String numbers = "/dashboards?company=";

        assertThat(opens(ruth, "/companies/" + kessler)).bodyText().contains(numbers + kessler, "In numbers");
        assertThat(opens(ruth, "/companies/" + elsewhere)).bodyText().doesNotContain(numbers);
        assertThat(opens(ruth, numbers + kessler)).hasStatusOk();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from=2026-05-01&until=2026-04-01",
                "from=tomorrow&until=never",
                "from=2026-04-01",
                "from=2000-01-01&until=2026-04-01",
                "from=2026-04-01&until=2199-01-01",
                ""
            })
    void daysThatAreNoPeriodAreSaidAndTheUsualOnesShown(String days) {
        assertThat(opens(maya, "/dashboards/offers?period=custom&" + days))
                .hasStatus(422)
                .bodyText()
                .contains("These days are no period", "of the last three months");
    }

    @Test
    void daysOfTheirOwnAreComparedWithAsManyBefore() {
        assertThat(opens(maya, "/dashboards/offers?period=custom&from=2026-03-01&until=2026-03-31"))
                .hasStatusOk()
                .bodyText()
                .contains("1 Mar", "31 Mar", "29 Jan", "28 Feb", "Days as in");
    }

    @Test
    void aTabKeepsWhatIsLookedAt() {
        assertThat(opens(ruth, "/dashboards?person=" + maya.uuid() + "&period=year"))
                .bodyText()
                .contains("/dashboards/offers?person=" + maya.uuid() + "&amp;period=custom&amp;from=");
    }

    @Test
    void theRowsSumToTheFigureAndLeadBack() {
        offered.sent(offered.complete(maya));
        offered.sent(offered.complete(maya));

        MvcTestResult rows = opens(ruth, "/dashboards/offers/rows?figure=amount:EUR&person=" + maya.uuid());

        assertThat(rows)
                .hasStatusOk()
                .bodyText()
                .contains(
                        "Open offers in EUR, first year",
                        "2 rows",
                        "€19,200",
                        "/dashboards/offers?person=" + maya.uuid());
    }

    @Test
    void aFigureThatThereIsNotDoesNotExist() {
        for (String path : new String[] {
            "/dashboards/offers/rows",
            "/dashboards/offers/rows?figure=best",
            "/dashboards/offers/rows?figure=amount:all",
            "/dashboards/offers/rows.csv?figure=best",
            "/dashboards/nothing/rows?figure=open",
            "/dashboards/offers/people.csv",
            "/dashboards/nothing/months.csv",
            "/dashboards/offers/rows?figure=open&after=here"
        }) {
            assertThat(opens(maya, path)).as(path).hasStatus(404);
        }
    }

    @Test
    void rowsAndChartsAreTakenAwayWithPlainNumbers() throws Exception {
        offered.sent(offered.complete(maya));

        String rows = csv(maya, "/dashboards/offers/rows.csv?figure=amount:EUR");
        String chart = csv(maya, "/dashboards/offers/months.csv");

        assertThat(rows).startsWith("\uFEFFDay,Whose,What,Words,Counts as,Unit\r\n");
        assertThat(SafeCsv.cells(rows.lines().toList().get(1)))
                .contains("Helen Brandt", "Pulled", "Call capture for thirty-one drivers", "EUR")
                .anySatisfy(cell -> assertThat(cell)
                        .matches("\\d+(\\.\\d+)?")
                        .satisfies(number -> assertThat(new BigDecimal(number)).isEqualByComparingTo("9600")));
        assertThat(chart).isEqualTo("\uFEFFMonth they named,Pulled,Pushed\r\nNo day named,1,0\r\n");
    }

    private MvcTestResult opens(Viewer viewer, String path) {
        return mvc.get().uri(path).with(signedIn(viewer)).exchange();
    }

    private String csv(Viewer viewer, String path) throws Exception {
        MvcTestResult file = opens(viewer, path);
        assertThat(file).hasStatusOk();
        assertThat(file.getResponse().getContentType()).isEqualTo("text/csv;charset=UTF-8");
        return new String(file.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
