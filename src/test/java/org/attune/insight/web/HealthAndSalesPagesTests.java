package org.attune.insight.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.attune.Somebody.signedIn;

import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.attune.AttuneTest;
import org.attune.Happened;
import org.attune.Shown;
import org.attune.Somebody;
import org.attune.access.TeamId;
import org.attune.access.Viewer;
import org.attune.offers.OfferScene;
import org.attune.people.ContactId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@AttuneTest
class HealthAndSalesPagesTests {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Berlin"));
    private static final Pattern LINK = Pattern.compile("href=\"(/dashboards/(?:health|sales)/rows[^\"]*)\"");

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Somebody somebody;

    @Autowired
    private Happened happened;

    @Autowired
    private OfferScene offered;

    @Autowired
    private JdbcClient jdbc;

    private Viewer maya;
    private Viewer ruth;

    @BeforeEach
    void aTeam() {
        TeamId north = somebody.aTeam();
        maya = somebody.whoSells(north);
        ruth = somebody.whoLeads(north);
    }

    @Test
    void sayWhoIsInTroubleWhyAndThatNothingIsAgreed() {
        ContactId niels = is("Niels Aagaard", 28);

        assertThat(page(ruth, "/dashboards/health"))
                .contains("Niels Aagaard", "/contacts/" + niels.value(), "Rhythm 10 of 100", "none yet")
                .contains("With one of them nothing is agreed yet");
    }

    @Test
    void openTheRowsBehindEveryFigure() {
        is("Niels Aagaard", 28);
        is("Helen Brandt", 84);
        is("Hanne Vestergaard", null);
        offered.accepted(offered.complete(maya));
        for (String address : List.of("/dashboards/health", "/dashboards/sales")) {
            Matcher links = LINK.matcher(page(ruth, address));
            int many = 0;
            while (links.find()) {
                assertThat(mvc.get()
                                .uri(URI.create(links.group(1).replace("&amp;", "&")))
                                .with(signedIn(ruth)))
                        .as(links.group(1))
                        .hasStatusOk();
                many++;
            }
            assertThat(many).isGreaterThan(8);
        }
    }

    @Test
    void sayEachCurrencyForItselfAndThatThereAreTooFewCases() {
        offered.accepted(offered.complete(maya));

        assertThat(page(ruth, "/dashboards/sales"))
                .contains("Signed in EUR", "€9,600", "Too few cases to say: no whole month")
                .contains("Nothing was won in those days")
                .doesNotContain("forecast:");
    }

    @Test
    void drawAMarkForEachRelationshipInItsQuadrant() {
        is("Niels Aagaard", 28);
        is("Helen Brandt", 84);
        is("Petra Kühn", 84);
        is("Hanne Vestergaard", null);

        String page = page(ruth, "/dashboards/sales");

        assertThat(marks(page, "q-healthy")).isEqualTo(2);
        assertThat(marks(page, "q-neither")).isEqualTo(1);
        assertThat(page)
                .contains("Healthy, no sale", "Each mark is one relationship. Filled: buying. Round: healthy.")
                .doesNotContain("<path d=\"\"");
    }

    private static long marks(String page, String quadrant) {
        String from = page.substring(page.indexOf("class=\"" + quadrant + "\""));
        String path = from.substring(from.indexOf("<path d=\"") + 9);
        return path.substring(0, path.indexOf('"'))
                .chars()
                .filter(c -> c == 'M')
                .count();
    }

    @Test
    void sayOfWhomTooLittleIsKnownHowMuchIsMissing() {
        is("Hanne Vestergaard", null);

        assertThat(page(ruth, "/dashboards/health")).contains("Two conversations are missing", "figure=missing-2");
    }

    @Test
    void sayNothingWhereNobodyIs() {
        assertThat(page(ruth, "/dashboards/health"))
                .contains("Nobody is here yet")
                .doesNotContain("NaN", "0%");
        assertThat(page(ruth, "/dashboards/sales"))
                .contains("Too few cases to say")
                .doesNotContain("NaN", "0%");
    }

    @Test
    void doNotShowAnotherTeamsPeople() {
        is("Niels Aagaard", 28);
        Viewer stranger = somebody.whoLeads(somebody.aTeam());

        assertThat(page(stranger, "/dashboards/health")).doesNotContain("Niels Aagaard");
    }

    @Test
    void leadFromAnAverageToWhatItIsReckonedFrom() {
        is("Niels Aagaard", 28);
        is("Helen Brandt", 84);

        assertThat(page(ruth, "/dashboards/health/rows?figure=mean"))
                .contains("112 points divided by 2: 56 on average.", "84 points", "28 points");
        assertThat(page(ruth, "/dashboards/health/rows?figure=healthy")).contains("figure=known", "50%");
        assertThat(page(ruth, "/dashboards/health/rows.csv?figure=mean")).contains("84,points");
    }

    @Test
    void sayOfHowManyAnAverageIsAndWasAndCompareOnlyEnough() {
        for (int n = 0; n < 4; n++) {
            is("Number " + n, 84);
        }
        is("Hanne Vestergaard", null);
        String days = "?period=custom&from=" + TODAY.minusDays(10) + "&until=" + TODAY;
        for (String dashboard : List.of("/dashboards/health", "/dashboards/sales", "/dashboards")) {
            assertThat(page(ruth, dashboard + days))
                    .as(dashboard)
                    .contains("known of 4 of 5; before: 84, known of 4 of 5: too few to compare");
        }
        is("Helen Brandt", 84);
        for (String dashboard : List.of("/dashboards/health", "/dashboards/sales", "/dashboards")) {
            assertThat(page(ruth, dashboard + days))
                    .as(dashboard)
                    .contains("known of 5 of 6; before: 84, known of 5 of 6<")
                    .doesNotContain("too few to compare");
        }
    }

    @Test
    void sayWhetherHealthLeadsFromTwentyFourMonthsOnAndNotBefore() {
        ContactId helen = is("Helen Brandt", 84);
        jdbc.sql("""
                        insert into health_history (contact_id, day, score, band, team_id)
                        select c.id, (date_trunc('month', :today::date) - make_interval(months => n))::date, 60 + n, 'steady', c.team_id
                          from contact c cross join generate_series(1, 30) n where c.id = :id
                        on conflict do nothing""").param("today", TODAY).param("id", helen.value()).update();
        UUID offer = offered.accepted(offered.complete(maya, helen, helen)).value();
        String twoYears =
                "/dashboards/sales?period=custom&from=" + TODAY.minusMonths(26).withDayOfMonth(1) + "&until=" + TODAY;

        decidedIn(offer, 23);
        assertThat(page(ruth, twoYears))
                .contains("Too few cases to say: 23 whole months")
                .doesNotContain("two months later", "2 months later");
        decidedIn(offer, 24);
        assertThat(page(ruth, twoYears))
                .contains("From 24 whole months", "2 months later", "Correlation")
                .doesNotContain("Too few cases to say");
    }

    private void decidedIn(UUID offer, int monthsAgo) {
        jdbc.sql("""
                        insert into decision (id, offer_id, kind, on_day, noted_by, noted_at)
                        values (uuidv7(), :offer, 'yes', :day, :by, clock_timestamp())""")
                .param("offer", offer)
                .param("day", TODAY.minusMonths(monthsAgo).withDayOfMonth(15))
                .param("by", maya.uuid())
                .update();
    }

    @Test
    void areReadInGermanToo() {
        is("Niels Aagaard", 28);
        jdbc.sql("update app_user set locale = 'de-DE' where id = :id")
                .param("id", ruth.uuid())
                .update();

        assertThat(page(ruth, "/dashboards/health")).contains("Rhythmus 10 von 100", "noch nichts");
        assertThat(page(ruth, "/dashboards/sales")).contains("Zu wenige Fälle", "Ein Jahr später");
    }

    @Test
    void giveTheirTablesOut() {
        is("Niels Aagaard", 28);

        assertThat(page(ruth, "/dashboards/health/course.csv")).contains("At risk");
        assertThat(page(ruth, "/dashboards/sales/months.csv")).contains("Average health");
    }

    private String page(Viewer viewer, String address) {
        try {
            var result = mvc.get().uri(address).with(signedIn(viewer)).exchange();
            assertThat(result).hasStatusOk();
            return Shown.in(result.getResponse().getContentAsString(StandardCharsets.UTF_8));
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private ContactId is(String name, @Nullable Integer score) {
        ContactId contact = happened.met(maya, name);
        UUID id = contact.value();
        String band = score == null ? "unknown" : score < 40 ? "at_risk" : "thriving";
        jdbc.sql("""
                        insert into contact_health (contact_id, day, score, band, band_since, two_way, rhythm)
                        values (:id, :day, :score, :band, :day, 1, 10)""")
                .param("id", id)
                .param("day", TODAY)
                .param("score", score)
                .param("band", band)
                .update();
        jdbc.sql("""
                        insert into health_history (contact_id, day, score, band, team_id)
                        select id, :day, :score, :band, team_id from contact where id = :id""")
                .param("id", id)
                .param("day", TODAY.minusDays(20))
                .param("score", score)
                .param("band", band)
                .update();
        happened.kept(contact);
        return contact;
    }
}
