package org.attune.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.attune.Somebody.signedIn;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.attune.AttuneTest;
import org.attune.Happened;
import org.attune.Somebody;
import org.attune.Statements;
import org.attune.access.Hat;
import org.attune.access.TeamId;
import org.attune.access.Users;
import org.attune.access.Viewer;
import org.attune.nurture.AgreeSilence;
import org.attune.nurture.ChooseWayOn;
import org.attune.nurture.Silences;
import org.attune.nurture.Way;
import org.attune.nurture.WaysOn;
import org.attune.people.ContactId;
import org.attune.platform.Ids;
import org.attune.promises.MakePromise;
import org.attune.promises.PromiseId;
import org.attune.promises.Promises;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@AttuneTest
class TodayTests {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Somebody somebody;

    @Autowired
    private Happened happened;

    @Autowired
    private ContactCards cards;

    @Autowired
    private Promises promises;

    @Autowired
    private Silences silences;

    @Autowired
    private WaysOn waysOn;

    @Autowired
    private Users users;

    @Autowired
    private JdbcClient jdbc;

    private TeamId team;
    private Viewer anna;
    private ContactId helen;
    private LocalDate today;

    @BeforeEach
    void somebodyIsMet() {
        team = somebody.aTeam();
        anna = somebody.whoSells(team);
        helen = happened.met(anna);
        today = LocalDate.now(anna.zone());
    }

    @Test
    void anEmptyDaySaysThatNothingIsWaiting() {
        assertThat(text(anna))
                .contains("Nothing is waiting for you", "There is room to listen", "Everybody was heard in time")
                .contains("Nothing is due this week", "Every conversation is closed", "Nothing new from colleagues");
    }

    @Test
    void whatWaitsIsCountedBesideTodayOnEveryPage() {
        assertThat(page(anna, "/contacts")).doesNotContain(" waiting</span>");
        promise("Introduce Aisha", today.minusDays(3));
        promise("Send the list", today);
        promise("Send the numbers", today.plusDays(2));
        happened.planned(anna, helen, noonToday());
        happened.spoke(anna, helen, "we");

        assertThat(page(anna, "/contacts")).contains("4 waiting");
        assertThat(page(anna, "/")).contains("4 waiting");
        assertThat(page(somebody.whoSells(team), "/contacts")).doesNotContain(" waiting</span>");
    }

    @Test
    void whoSetsAttuneUpFindsTheWayOnEveryPage() {
        assertThat(page(somebody.whoAdministers(), "/preferences"))
                .contains("Set-up")
                .contains("href=\"/admin/people\"", "href=\"/admin/teams\"", "href=\"/import\"")
                .contains("href=\"/admin/audit\"", "href=\"/admin/erasure\"");
        assertThat(page(somebody.whoAdministersAndSells(), "/contacts"))
                .contains("href=\"/admin/people\"", "href=\"/admin/teams\"", "href=\"/import\"");
        assertThat(page(anna, "/contacts")).doesNotContain("href=\"/admin/people\"");
    }

    @Test
    void theVeryFirstDaySaysWhereToBegin() {
        assertThat(text(somebody.whoSells()))
                .contains("It begins with one person", "href=\"/contacts/new\"")
                .doesNotContain("Planned today", "it is time");
    }

    @Test
    void whatIsLateStandsFirstAndWhatIsDueBeside() {
        promise("Introduce Aisha", today.minusDays(3));
        promise("Send the numbers", today.plusDays(2));

        assertThat(text(anna))
                .contains("One promise that is late", "Introduce Aisha", "3 days late", "Move it, and tell them")
                .containsOnlyOnce("<p>Send the numbers</p>")
                .containsOnlyOnce("<p>Introduce Aisha</p>");
    }

    @ParameterizedTest
    @EnumSource(Hat.class)
    void whatIsPromisedAndLateComesFirstUnderEitherHat(Hat hat) {
        promise("Introduce Aisha", today.minusDays(3));
        ContactId petra = happened.met(anna);
        happened.heardLongAgo(anna, helen);
        happened.heardLongAgo(anna, petra);
        happened.planned(anna, petra, noonToday());
        users.wear(anna, hat);

        String page = text(anna);
        assertThat(page.indexOf("Promised, and late"))
                .isPositive()
                .isLessThan(page.indexOf("Planned today"))
                .isLessThan(hat == Hat.MARKETING ? page.indexOf("id=\"queue-title\"") : Integer.MAX_VALUE);
    }

    @Test
    void whoShouldHearFromUsIsNotOnTheSamePageAgain() {
        happened.heardLongAgo(anna, helen);
        ContactId petra = happened.met(anna);
        happened.heardLongAgo(anna, petra);
        waysOn.choose(anna, new ChooseWayOn(Ids.next(), helen, null, Way.KEEP_IN_TOUCH, null, null, null, null));
        assertThat(isTime(text(anna), helen)).isTrue();

        users.wear(anna, Hat.MARKETING);
        String page = text(anna);
        assertThat(page)
                .containsOnlyOnce("href=\"/contacts/" + helen.value() + "\"")
                .contains("id=\"queue-title\"");
        assertThat(isTime(page, helen)).isFalse();
        assertThat(isTime(page, petra)).isTrue();
    }

    private static boolean isTime(String page, ContactId who) {
        return page.contains("/conversations/new?with=" + who.value());
    }

    @Test
    void aPlannedConversationHasItsBrief() {
        happened.heardLongAgo(anna, helen);
        UUID plan = happened.planned(anna, helen, noonToday());
        promise("Send the numbers", today.plusDays(20));
        jdbc.sql(
                        "insert into assumption (id, contact_id, words, made_by) values (:id, :c, 'She bills from memory', :by)")
                .param("id", Ids.next())
                .param("c", helen.value())
                .param("by", anna.uuid())
                .update();

        assertThat(text(anna))
                .contains("One conversation", "Half of it is lost", "href=\"/conversations/" + plan + "\"")
                .contains("Your promise to Helen", "To test: She bills from memory")
                .doesNotContain("Not reached");
    }

    @Test
    void aConversationThatWasPlannedAndNeverBegunIsAskedAbout() {
        happened.planned(anna, helen, Instant.now().minus(3, ChronoUnit.DAYS));

        assertThat(text(anna)).contains("Did it take place?");
    }

    @Test
    void whoIsDueIsNamedWithTheReasonAndOneActionEach() {
        happened.heardLongAgo(anna, helen);

        assertThat(text(anna))
                .contains("Every 2 weeks is the rhythm", "/conversations/new?with=" + helen.value(), "Not reached")
                .contains("Done, and next");
    }

    @Test
    void whoWasNotReachedStaysQuietUntilTomorrow() {
        happened.heardLongAgo(anna, helen);

        var tried = mvc.post()
                .uri("/contacts/" + helen.value() + "/touches")
                .param("id", Ids.next().toString())
                .param("kind", "TRIED_TO_REACH")
                .param("from", "today")
                .with(signedIn(anna))
                .with(csrf())
                .exchange();

        assertThat(tried).hasRedirectedUrl("/");
        assertThat(text(anna)).doesNotContain("Not reached");
        jdbc.sql("update touch set happened_at = happened_at - interval '1 day' where contact_id = :id")
                .param("id", helen.value())
                .update();
        assertThat(text(anna)).contains("Not reached");
    }

    @Test
    void anAgreedSilenceIsKeptAndItsEndIsAReason() {
        happened.heardLongAgo(anna, helen);
        UUID silence = Ids.next();
        silences.agree(anna, new AgreeSilence(silence, helen, today.plusDays(9), "The board decides", null));
        assertThat(text(anna))
                .contains("The board decides", "One to leave in peace")
                .doesNotContain("Not reached");

        jdbc.sql("update agreed_silence set until = :day where id = :id")
                .param("day", today)
                .param("id", silence)
                .update();
        cards.rebuild(List.of(helen));
        assertThat(text(anna)).contains("The silence you agreed on ended on", "The board decides", "Not reached");
    }

    @Test
    void aNextStepThatStandsIsEnough() {
        happened.heardLongAgo(anna, helen);
        promise("Call on Friday", today.plusDays(3));

        assertThat(text(anna)).doesNotContain("Not reached").contains("Call on Friday");
    }

    @Test
    void whatColleaguesHeardIsNewsForTheOwner() {
        Viewer manager = somebody.whoLeads(team);
        happened.heard(happened.spoke(manager, helen, "they"), helen);
        cards.rebuild(List.of(helen));

        assertThat(text(anna)).contains(manager.name(), "Half of it is lost");
        assertThat(text(manager)).doesNotContain("Half of it is lost");
    }

    @Test
    void whatIsOpenIsThereToBeFinished() {
        UUID talk = happened.spoke(anna, helen, "we");
        happened.heard(talk, helen);
        jdbc.sql("update conversation set heard_turns = 1 where id = :id")
                .param("id", talk)
                .update();

        assertThat(text(anna)).contains("1 turn, not closed", "1 turn, mostly theirs", "/conversations/" + talk);
    }

    @Test
    void nobodyElseSeesAnyOfIt() {
        happened.heardLongAgo(anna, helen);
        promise("Introduce Aisha", today.minusDays(3));
        happened.planned(anna, helen, noonToday());

        assertThat(text(somebody.whoSells())).doesNotContain("Helen Brandt", "Introduce Aisha");
        assertThat(text(somebody.whoLeads(team))).doesNotContain("Helen Brandt", "Introduce Aisha");
        assertThat(text(anna)).contains("Helen Brandt");
    }

    @Test
    void anAdminWhoDoesNotSellIsShownTheWayToWhatIsTheirs() {
        assertThat(text(somebody.whoAdministers()))
                .contains("/admin/people", "/admin/teams", "/preferences")
                .doesNotContain("Planned today");
    }

    @Test
    void aFullDayCostsAsManyStatementsAsOneWithOneConversation() {
        text(anna);
        int empty = Statements.during(() -> text(anna));
        happened.planned(anna, helen, noonToday());
        int hardlyAnything = Statements.during(() -> text(anna));
        for (int n = 0; n < 5; n++) {
            ContactId one = happened.met(anna);
            happened.heardLongAgo(anna, one);
            happened.planned(anna, n % 2 == 0 ? one : helen, noonToday());
            happened.heard(happened.spoke(anna, helen, "we"), helen);
            promise("Promise " + n, today.minusDays(n));
        }

        assertThat(Statements.during(() -> text(anna))).isEqualTo(hardlyAnything);
        assertThat(empty).isPositive().isLessThan(hardlyAnything);
    }

    private Instant noonToday() {
        return today.atTime(12, 0).atZone(anna.zone()).toInstant();
    }

    private void promise(String words, LocalDate due) {
        promises.make(anna, MakePromise.ours(new PromiseId(Ids.next()), helen, words, due));
    }

    private String text(Viewer viewer) {
        return page(viewer, "/");
    }

    private String page(Viewer viewer, String path) {
        MvcTestResult page = mvc.get().uri(path).with(signedIn(viewer)).exchange();
        assertThat(page).hasStatusOk();
        try {
            String text = page.getResponse().getContentAsString();
            assertThat(text).as("a page written to its end").contains("</html>");
            return text;
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
