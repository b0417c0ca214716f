package org.attune.insight.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.attune.Somebody.signedIn;

import java.util.List;
import java.util.ResourceBundle;
import java.util.UUID;
import org.attune.AttuneTest;
import org.attune.Happened;
import org.attune.Somebody;
import org.attune.Statements;
import org.attune.access.TeamId;
import org.attune.access.Viewer;
import org.attune.people.ContactId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@AttuneTest
class PromiseTimeListeningPagesTests {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Somebody somebody;

    @Autowired
    private Happened happened;

    @Autowired
    private JdbcClient jdbc;

    private Viewer maya;
    private Viewer ruth;
    private Viewer stranger;
    private ContactId helen;

    @BeforeEach
    void somethingHappened() {
        TeamId north = somebody.aTeam();
        maya = somebody.whoSells(north);
        ruth = somebody.whoLeads(north);
        stranger = somebody.whoLeads(somebody.aTeam());
        helen = happened.met(maya, "Rosalind Okafor");
        UUID talk = happened.spoke(maya, helen, "we");
        jdbc.sql("""
                        update conversation set happened_at = now() - interval '2 hours', minutes = 130, state = 'closed',
                               outcome = 'goodbye', ended_at = now(), talked_more = 'we' where id = :id""").param("id", talk).update();
        jdbc.sql("""
                        insert into conversation_measure (conversation_id, complete, gone_through, our_goes, their_goes, our_words,
                            their_words, our_asking, their_asking, their_questions, taken_up, replies, acknowledged, pushes,
                            played_back, responses, longest_run)
                        values (:id, true, false, 4, 4, 40, 60, 2, 1, 1, 1, 3, 0, 0, 0, 1, 12)""").param("id", talk).update();
        jdbc.sql("""
                        insert into promise (id, contact_id, team_id, side, promiser_id, words, due, made_by)
                        select uuidv7(), c.id, c.team_id, 'us', c.owner_id, 'Send the list', current_date - 9, c.owner_id
                          from contact c where c.id = :id""").param("id", helen.value()).update();
    }

    @ParameterizedTest
    @ValueSource(strings = {"promises", "time", "listening"})
    void opensForWhoeverSellsAndWhoeverLeadsThemInEveryPeriodWithNothingInIt(String dashboard) {
        for (Viewer viewer : List.of(maya, ruth, stranger, somebody.whoSells())) {
            for (String period :
                    List.of("", "?period=4weeks", "?period=year", "?period=custom&from=2024-03-30&until=2024-04-01")) {
                assertThat(opens(viewer, "/dashboards/" + dashboard + period))
                        .as(dashboard + period)
                        .hasStatusOk();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"promises", "time", "listening"})
    void everyFigureThatHasANameOpensItsRows(String dashboard) {
        String keys = "insight." + dashboard + ".figure.";
        List<String> figures = ResourceBundle.getBundle("messages.insight").keySet().stream()
                .filter(key -> key.startsWith(keys))
                .map(key -> key.substring(keys.length()))
                .map(figure -> switch (figure) {
                    case "with" -> "with:" + helen.value();
                    case "signed" -> "signed:EUR:" + helen.value();
                    case "talks-of", "unknown-of" -> figure + ":hat-sales";
                    default -> figure;
                })
                .toList();

        assertThat(figures).hasSizeGreaterThan(3).allSatisfy(figure -> assertThat(opens(
                        figure.endsWith("alike") ? maya : ruth, // of a team of one nothing is told
                        "/dashboards/" + dashboard + "/rows?figure=" + figure))
                .as(figure)
                .hasStatusOk());
        assertThat(opens(ruth, "/dashboards/" + dashboard + "/rows?figure=anything"))
                .hasStatus(404);
    }

    @Test
    void aShareOfTheDaysBeforeSaysOfHowMany() {
        jdbc.sql("""
                        insert into promise (id, contact_id, team_id, side, promiser_id, words, due, made_by)
                        select uuidv7(), c.id, c.team_id, 'us', c.owner_id, 'Send the list', current_date - 100, c.owner_id
                          from contact c where c.id = :id""").param("id", helen.value()).update();

        assertThat(opens(ruth, "/dashboards/promises"))
                .bodyText()
                .contains("0% of 1 that could be told by now; 0% of 1 in the days before");
    }

    @Test
    void showsWhatWasPromisedAndWhatBecameOfIt() {
        assertThat(opens(ruth, "/dashboards/promises"))
                .bodyText()
                .contains("By us", "By them", "1 of ours", "figure=us-overdue", "Days as in");
        assertThat(opens(ruth, "/dashboards/promises/rows?figure=us-overdue"))
                .bodyText()
                .contains("Rosalind Okafor", "Send the list", "overdue");
        assertThat(opens(stranger, "/dashboards/promises/rows?figure=us-overdue"))
                .bodyText()
                .doesNotContain("Rosalind", "Send the list");
    }

    @Test
    void showsTheTimeTogetherBesideWhatWasSignedAndWhatItBuilt() {
        assertThat(opens(maya, "/dashboards/time"))
                .bodyText()
                .contains("2 h 10 min", "Of the one that did neither, we talked more in 1.", "Rosalind Okafor")
                .contains("figure=with%3A" + helen.value());
    }

    @Test
    void tellsNoSpreadOfFewerThanFiveAndSaysSo() {
        assertThat(opens(ruth, "/dashboards/listening"))
                .bodyText()
                .contains("A spread tells of at least five people besides you", "no forecast and no ranking");
    }

    @Test
    void saysWhyNothingIsToldOfLessThanAWholeTeamAndGivesNoFileOfWhatOnePersonSays() {
        assertThat(opens(ruth, "/dashboards/listening?person=" + maya.uuid()))
                .bodyText()
                .contains("would be one colleague");
        Viewer leadsTwo = somebody.whoLeads(somebody.aTeam(), somebody.aTeam());
        assertThat(opens(leadsTwo, "/dashboards/listening?period=4weeks")).hasStatusOk();
        assertThat(opens(maya, "/dashboards/listening/rows?figure=alike"))
                .bodyText()
                .doesNotContain("rows.csv");
        for (Viewer viewer : List.of(maya, ruth)) {
            assertThat(opens(viewer, "/dashboards/listening/rows.csv?figure=alike"))
                    .hasStatus(404);
        }
        assertThat(opens(ruth, "/dashboards/listening/rows?figure=alike&stage=know"))
                .hasStatus(404);
        assertThat(opens(ruth, "/dashboards/listening/room.csv?person=" + maya.uuid()))
                .hasStatus(404);
    }

    @Test
    void showsBothTextsThatWereWrittenInMuchTheSameWordsInEitherLanguageOrThatThereAreNone() {
        assertThat(opens(maya, "/dashboards/listening"))
                .bodyText()
                .contains("Stories, materials, invitations and greetings.", "None whose two texts you may read.");
        writes(helen, "Dear Rosalind, the list of all surcharges is here.", 2);
        writes(happened.met(maya, "Pieter Vale"), "Dear Pieter, the list of all surcharges is here.", 1);

        assertThat(opens(maya, "/dashboards/listening"))
                .bodyText()
                .contains("Dear Rosalind, the list of all surcharges is here.")
                .contains("Dear Pieter, the list of all surcharges is here.")
                .contains("100% alike, by the letters, with the names left out")
                .contains("figure=given-alike");
        assertThat(opens(maya, "/dashboards/listening/rows.csv?figure=given-alike"))
                .hasStatus(404);
        jdbc.sql("update app_user set locale = 'de-DE' where id = :id")
                .param("id", maya.uuid())
                .update();
        assertThat(opens(maya, "/dashboards/listening/rows?figure=given-alike"))
                .bodyText()
                .contains("in fast denselben Worten wie an jemand anderen", "Etwas zum Lesen", "Dear Pieter");
        for (String path : List.of("", "/rows?figure=alike", "/rows?figure=complete")) {
            assertThat(opens(stranger, "/dashboards/listening" + path))
                    .bodyText()
                    .doesNotContain("all surcharges");
        }
    }

    private void writes(ContactId to, String words, int daysAgo) {
        jdbc.sql("""
                        insert into touch (id, contact_id, team_id, kind, hat, words, happened_at, noted_by)
                        select uuidv7(), :to, team_id, 'material', 'marketing', :words, now() - make_interval(days => :days), id
                          from app_user where id = :by""")
                .param("to", to.value())
                .param("words", words)
                .param("days", daysAgo)
                .param("by", maya.uuid())
                .update();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"promises/ours.csv", "promises/theirs.csv", "time/hats.csv", "time/rows.csv?figure=minutes"})
    void isTakenAwayAsATable(String file) {
        assertThat(opens(ruth, "/dashboards/" + file)).hasStatusOk().hasContentType("text/csv;charset=UTF-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"promises", "time", "listening"})
    void costsNoMoreStatementsThanItSays(String dashboard) {
        for (Viewer viewer : List.of(maya, ruth)) {
            assertThat(Statements.during(() -> opens(viewer, "/dashboards/" + dashboard)))
                    .isLessThanOrEqualTo(dashboard.equals("promises") ? 13 : 16);
        }
    }

    private MvcTestResult opens(Viewer viewer, String path) {
        return mvc.get().uri(path).with(signedIn(viewer)).exchange();
    }
}
