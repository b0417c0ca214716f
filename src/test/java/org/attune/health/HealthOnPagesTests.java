package org.attune.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.attune.Somebody.signedIn;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.attune.AttuneTest;
import org.attune.Happened;
import org.attune.SentForm;
import org.attune.Somebody;
import org.attune.access.TeamId;
import org.attune.access.Viewer;
import org.attune.conversations.ConversationId;
import org.attune.conversations.ConversationScene;
import org.attune.conversations.Mark;
import org.attune.conversations.TurnId;
import org.attune.conversations.Visibility;
import org.attune.people.ContactId;
import org.attune.people.HandOvers;
import org.attune.platform.Ids;
import org.attune.promises.MakePromise;
import org.attune.promises.PromiseId;
import org.attune.promises.Promises;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Health where people look: on the page of a contact, in the list, and on Today. */
@AttuneTest
class HealthOnPagesTests {

    private static final Pattern ADDS = Pattern.compile("<span class=\"meta end num\">(\\d+) of (\\d+)</span>");

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Somebody somebody;

    @Autowired
    private ConversationScene talks;

    @Autowired
    private Promises promises;

    @Autowired
    private HandOvers handOvers;

    @Autowired
    private Healths healths;

    @Autowired
    private Happened happened;

    @Autowired
    private JdbcClient jdbc;

    private TeamId team;
    private Viewer anna;
    private ContactId helen;

    @BeforeEach
    void somebodyIsKnown() {
        team = somebody.aTeam();
        anna = somebody.whoSells(team);
        helen = talks.contactOf(anna);
    }

    @Test
    void whoIsHardlyKnownHasNoNumberAndThePageSaysWhatIsMissing() {
        spoke("Half my surcharges are in a drawer.");
        assertThat(page(helen))
                .contains("class=\"health unknown\"", "in 2 more conversations; they have in one so far")
                .doesNotContain("Together 0", "class=\"figure\"");
    }

    @Test
    void theReasonsVisiblySumToTheScore() {
        threeTalks();
        promised(LocalDate.now().minusDays(4));
        String page = page(helen);
        HealthView health = healths.of(anna, helen).orElseThrow();
        int sum = ADDS.matcher(page)
                .results()
                .mapToInt(one -> Integer.parseInt(one.group(1)))
                .sum();
        int most = ADDS.matcher(page)
                .results()
                .mapToInt(one -> Integer.parseInt(one.group(2)))
                .sum();
        assertThat(sum).isEqualTo(health.score());
        assertThat(most).isEqualTo(100);
        assertThat(page)
                .contains("<p class=\"figure\">" + sum + "</p>", "Together " + sum + " of 100", "Not known, left out")
                .doesNotContain("no day ago");
    }

    @Test
    void eachReasonLeadsToWhatItStandsOn() {
        threeTalks();
        ConversationId talk = talks.begun(anna, helen);
        TurnId asked = talks.heard(anna, talk, helen, "What would it cost?", Mark.THEIR_QUESTION);
        jdbc.sql("update turn set said_at = said_at - interval '3 days' where id = :id")
                .param("id", asked.value())
                .update();
        talks.told(anna, talk, "I will ask around.");
        PromiseId promise = promised(LocalDate.now().minusDays(4));
        String page = panel(page(helen));
        assertThat(page).contains("/promises/" + promise.value(), "/conversations/" + talk.value() + "#t1");
    }

    @Test
    void whatWouldHelpStandsBelowTheReasons() {
        promised(LocalDate.now().minusDays(4));
        assertThat(panel(page(helen))).contains("What would help", "and late: Send the list");
    }

    @Test
    void newHandsAreNamedAfterAHandOver() {
        threeTalks();
        assertThat(page(helen)).doesNotContain("New hands");
        Viewer ben = somebody.whoSells(team);
        handOvers.give(somebody.whoLeads(team), Ids.next(), helen, ben.id(), "Ben knows printing");
        assertThat(mvc.get().uri("/contacts/" + helen.value()).with(signedIn(ben)))
                .bodyText()
                .contains("New hands since", ben.name() + ", after " + anna.name());
    }

    @Test
    void howItMovedIsDrawnAndSaid() {
        threeTalks();
        LocalDate before = LocalDate.now().minusDays(20);
        jdbc.sql("insert into health_history (contact_id, day, score, band) values (:id, :day, 12, 'at_risk')")
                .param("id", helen.value())
                .param("day", before)
                .update();
        assertThat(page(helen)).contains("class=\"spark end\"", "From 12 on ");
    }

    @Test
    void aPrivateConversationCountsAndIsNotPointedAt() {
        ConversationId kept = talks.begun(anna, Visibility.PRIVATE, helen);
        talks.heard(anna, kept, helen, "Between us: we are for sale.");
        threeTalks();
        Viewer ben = somebody.whoSells();
        talks.companion(helen, ben);
        String page = SentForm.body(
                mvc.get().uri("/contacts/" + helen.value()).with(signedIn(ben)).exchange());
        assertThat(panel(page)).contains("Together").doesNotContain(kept.value().toString(), "for sale");
    }

    @Test
    void theListShowsHealthNarrowsByItAndOrdersByIt() {
        threeTalks();
        ContactId petra = talks.contactOf(anna, "Petra", "Kühn");
        ContactId otto = talks.contactOf(anna, "Otto", "Wieland");
        kept(petra, 12, "at_risk");
        String list = SentForm.body(get("/contacts?sort=health"));
        assertThat(list).contains("class=\"health at_risk\"", "class=\"health unknown\"");
        assertThat(list.indexOf("Petra Kühn")).isLessThan(list.indexOf("Helen Brandt"));
        assertThat(list.indexOf("Helen Brandt")).isLessThan(list.indexOf("Otto Wieland"));
        assertThat(get("/contacts?health=at_risk"))
                .bodyText()
                .contains("Petra Kühn")
                .doesNotContain("Helen Brandt", "Otto Wieland");
        assertThat(get("/contacts?health=unknown"))
                .bodyText()
                .contains("/contacts/" + otto.value())
                .doesNotContain("Petra Kühn");
        assertThat(get("/contacts?health=nonsense")).hasStatusOk();
    }

    @Test
    void aSavedViewKeepsTheBand() {
        kept(helen, 12, "at_risk");
        MvcTestResult list = get("/contacts?health=at_risk&sort=health");
        SentForm.on(list, "/contacts/views").with("name", "Losing").send(mvc, anna);
        assertThat(get("/contacts")).bodyText().containsPattern("health=at_risk&amp;sort=health&amp;view=");
    }

    @Test
    void whoMovedABandSinceYesterdayIsNews() {
        assertThat(get("/")).bodyText().contains("Nothing new from colleagues");
        kept(helen, 35, "at_risk");
        assertThat(get("/")).bodyText().doesNotContain("class=\"health at_risk\"");
        jdbc.sql("insert into health_history (contact_id, day, score, band) values (:id, :day, 62, 'steady')")
                .param("id", helen.value())
                .param("day", LocalDate.now().minusDays(9))
                .update();
        assertThat(get("/"))
                .bodyText()
                .contains("/contacts/" + helen.value() + "#health", "class=\"health at_risk\"", "Steady before; today");
        assertThat(mvc.get().uri("/").with(signedIn(somebody.whoSells())))
                .bodyText()
                .doesNotContain("Steady before");
    }

    private void kept(ContactId contact, int score, String band) {
        jdbc.sql("""
                        insert into contact_health (contact_id, day, score, band, band_since, two_way)
                        values (:id, :today, :score, :band, :today, 3)
                        on conflict (contact_id) do update set score = excluded.score, band = excluded.band, band_since = :today""")
                .param("id", contact.value())
                .param("today", LocalDate.now(anna.zone()))
                .param("score", score)
                .param("band", band)
                .update();
        happened.kept(contact);
    }

    private void threeTalks() {
        spoke("Half my surcharges are in a drawer.");
        spoke("Nobody writes them down.");
        spoke("By day nine nobody trusts the numbers.");
    }

    private void spoke(String words) {
        talks.heard(anna, talks.begun(anna, helen), helen, words);
    }

    private PromiseId promised(LocalDate due) {
        PromiseId id = new PromiseId(Ids.next());
        promises.make(anna, MakePromise.ours(id, helen, "Send the list", due));
        jdbc.sql("update promise set made_at = :at where id = :id")
                .param("at", Timestamp.from(Instant.now().minus(9, ChronoUnit.DAYS)))
                .param("id", id.value())
                .update();
        return id;
    }

    private String page(ContactId contact) {
        return SentForm.body(get("/contacts/" + contact.value()));
    }

    private static String panel(String page) {
        int begin = page.indexOf("id=\"health\"");
        return page.substring(begin, page.indexOf("</section>", begin));
    }

    private MvcTestResult get(String uri) {
        return mvc.get().uri(uri).with(signedIn(anna)).exchange();
    }
}
