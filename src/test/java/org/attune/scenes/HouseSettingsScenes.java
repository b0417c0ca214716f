package org.attune.scenes;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.attune.Happened;
import org.attune.Somebody;
import org.attune.access.Organisation;
import org.attune.access.TeamId;
import org.attune.figures.FiguresAboutPeople;
import org.attune.figures.FiguresLevel;
import org.attune.offers.OfferId;
import org.attune.offers.OfferScene;
import org.attune.people.ContactId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An admin settles what holds for everybody, and looks how Attune is doing. */
@BrowserTest
class HouseSettingsScenes {

    private static final List<String> PAGES =
            List.of("/admin/organisation", "/admin/organisation/sight", "/admin/organisation/figures", "/admin/health");

    private final Cast cast;
    private final Somebody somebody;
    private final Happened happened;
    private final OfferScene story;
    private final Organisation organisation;
    private final FiguresAboutPeople figures;
    private final JdbcClient jdbc;

    HouseSettingsScenes(
            Cast cast,
            Somebody somebody,
            Happened happened,
            OfferScene story,
            Organisation organisation,
            FiguresAboutPeople figures,
            JdbcClient jdbc) {
        this.cast = cast;
        this.somebody = somebody;
        this.happened = happened;
        this.story = story;
        this.organisation = organisation;
        this.figures = figures;
        this.jdbc = jdbc;
    }

    /** There is one organisation for all tests. */
    @AfterEach
    void asItWas() {
        jdbc.sql("""
                        update organisation set name = 'Our organisation', currency = 'EUR', currencies = '{EUR}',
                               first_day = 1, working_days = '{1,2,3,4,5}', team_sees_contacts = false""").update();
        figures.settle(
                somebody.whoAdministers(),
                FiguresLevel.OWN_EYES,
                figures.current().number());
        jdbc.sql("delete from job_run").update();
    }

    @Test
    void whatAnAdminSettlesIsWhatPeopleThenChooseFrom(Visitor admin, Visitor maya) {
        Cast.Player mayas = cast.salesperson();
        OfferScene.Story said = story.complete(mayas.viewer());
        String offer = "/offers/" + inKronur(said).value();
        admin.isSignedIn(cast.admin().email(), Cast.PASSWORD).finds("/admin/organisation");
        Page page = admin.page();
        page.getByLabel("Name", exactly()).fill("Nordwind <b>& Daughters</b>");
        page.locator("#currencies-ISK").uncheck();
        page.getByLabel("Add a currency").fill("Swiss Franc");
        page.getByLabel("It begins on").selectOption("SUNDAY");
        page.getByLabel("Friday", exactly()).uncheck();
        press(admin, AriaRole.BUTTON, "Keep these settings");
        assertThat(page.locator("main")).containsText("ISK stands in 1 cost or offer.");
        assertThat(page.locator("#more")).hasValue("Swiss Franc");
        admin.findsItAccessible().scrollsOnlyDownwards().keepsAPicture("organisation-retiring-a-currency");
        page.getByLabel("Offer it no longer").check();
        press(admin, AriaRole.BUTTON, "Keep these settings");
        assertThat(page.locator("#toasts")).containsText("Kept. It holds for everybody.");
        assertThat(page.getByLabel("Name", exactly())).hasValue("Nordwind <b>& Daughters</b>");
        assertThat(page.locator("#workingDays label").first()).hasText("Sunday");
        admin.findsItAccessible().keepsAPicture("organisation");

        maya.isSignedIn(mayas.email(), Cast.PASSWORD)
                .finds("/contacts/" + said.helen().value() + "/offers/new");
        assertThat(maya.page().locator("#currency option[value=CHF]")).hasCount(1);
        assertThat(maya.page().locator("#currency option[value=ISK]")).hasCount(0);
        maya.finds(offer);
        assertThat(maya.page().locator("main")).containsText("ISK");
        maya.finds(offer + "/print");
        assertThat(maya.page().locator("body")).containsText("Nordwind <b>& Daughters</b>");
        maya.finds("/contacts/" + said.helen().value() + "/promises");
        Assertions.assertThat(suggested(maya)).isNotEmpty().doesNotContain(DayOfWeek.FRIDAY, DayOfWeek.SATURDAY);
    }

    @Test
    void anAdminSeesWhoWouldSeeMoreBeforeTheyDo(Visitor admin, Visitor ben) {
        TeamId team = somebody.aTeam();
        Cast.Player bens = cast.salesperson(team);
        ContactId helen = happened.met(cast.salesperson(team).viewer());
        ben.isSignedIn(bens.email(), Cast.PASSWORD);
        Assertions.assertThat(ben.gets("/contacts/" + helen.value())).isEqualTo(404);

        admin.isSignedIn(cast.admin().email(), Cast.PASSWORD).finds("/admin/organisation");
        press(admin, AriaRole.LINK, "Look at what a change would do");
        assertThat(admin.page().locator("main"))
                .containsText("Team " + team.value() + ": 1 person would see more contacts, up to 1 each.");
        admin.findsItAccessible().scrollsOnlyDownwards().keepsAPicture("organisation-sight");
        press(admin, AriaRole.BUTTON, "Let them see each other’s contacts");

        assertThat(admin.page().locator("#toasts")).containsText("The people of a team see each other’s contacts now.");
        ben.finds("/contacts/" + helen.value());
    }

    @Test
    void whoeverIsSeenByFiguresReadsItOnTheirToday(Visitor admin, @OnAPhone Visitor anna, Visitor lead) {
        TeamId team = somebody.aTeam();
        Cast.Player annas = cast.salesperson(team);
        String talk = "/conversations/" + conversationOf(annas);
        anna.signsIn(annas.email(), Cast.PASSWORD);
        assertThat(anna.page().locator("main")).not().containsText("Your manager sees figures");
        lead.isSignedIn(cast.manager(team).email(), Cast.PASSWORD).finds(talk);
        assertThat(lead.page().locator("main")).containsText("are not for your eyes");

        admin.isSignedIn(cast.admin().email(), Cast.PASSWORD).finds("/admin/organisation");
        press(admin, AriaRole.LINK, "Look at who sees them");
        assertThat(admin.page().locator("main")).containsText("Not for pay, seniority or employment");
        admin.page().locator("input[name=level][value=OWN_EYES_AND_MANAGER]").check();
        admin.findsItAccessible().scrollsOnlyDownwards().keepsAPicture("organisation-figures");
        press(admin, AriaRole.BUTTON, "Settle it");
        assertThat(admin.page().locator("#toasts")).containsText("Everybody is told on their Today.");

        lead.finds(talk);
        assertThat(lead.page().locator("main")).not().containsText("are not for your eyes");
        anna.finds("/");
        assertThat(anna.page().locator("main")).containsText("Your manager sees figures about your conversations");
        anna.findsItAccessible().scrollsOnlyDownwards().keepsAPicture("figures-told-390");
        press(anna, AriaRole.BUTTON, "I have read it");
        assertThat(anna.page().locator("main")).not().containsText("Your manager sees figures");
    }

    @Test
    void anAdminReadsWhatIsWrongAndWhatToDo(Visitor admin) {
        brokeOff("forgetting");
        admin.isSignedIn(cast.admin().email(), Cast.PASSWORD).finds("/admin/health");
        Locator main = admin.page().locator("main");
        assertThat(main).containsText("This broke off: Let go what has reached its period");
        assertThat(main).containsText("It is tried again by itself at");
        assertThat(main.locator("tbody tr")
                        .filter(new Locator.FilterOptions().setHasText("End what was left open for seven days")))
                .containsText("within a minute");
        assertThat(main).containsText("PostgreSQL 18");
        admin.findsItAccessible().scrollsOnlyDownwards().keepsAPicture("health");
        press(admin, AriaRole.LINK, "More about mail, and a test");
        assertThat(admin.page().locator("h1")).hasText("E-mail");
    }

    @Test
    void onAPhoneNothingIsCutOff(@OnAPhone Visitor admin) {
        brokeOff("left_open");
        admin.isSignedIn(cast.admin().email(), Cast.PASSWORD);
        for (String path : PAGES) {
            admin.finds(path)
                    .findsItAccessible()
                    .scrollsOnlyDownwards()
                    .keepsAPicture(path.substring("/admin/".length()).replace('/', '-') + "-390");
        }
    }

    @Test
    void whoDoesNotAdministerIsNotLetIn(Visitor maya, Visitor ruth) {
        maya.isSignedIn(cast.salesperson().email(), Cast.PASSWORD);
        ruth.isSignedIn(cast.manager(somebody.aTeam()).email(), Cast.PASSWORD);
        for (String path : PAGES) {
            Assertions.assertThat(maya.gets(path)).as(path).isEqualTo(404);
            Assertions.assertThat(ruth.gets(path)).as(path).isEqualTo(404);
        }
    }

    private OfferId inKronur(OfferScene.Story said) {
        organisation.offer(Currency.getInstance("ISK"));
        OfferId offer = story.recorded(said);
        jdbc.sql("update offer set currency = 'ISK' where id = :id")
                .param("id", offer.value())
                .update();
        return offer;
    }

    private UUID conversationOf(Cast.Player player) {
        ContactId helen = happened.met(player.viewer());
        UUID talk = happened.spoke(player.viewer(), helen, "they");
        happened.heard(talk, helen);
        happened.asked(talk);
        return talk;
    }

    private void brokeOff(String job) {
        jdbc.sql("""
                        insert into job_run (job, instance, started_at, finished_at, failure)
                        values (:job, uuidv7(), now(), now(), 'DataAccessResourceFailureException, Retention.java:120')""").param("job", job).update();
    }

    private static List<DayOfWeek> suggested(Visitor visitor) {
        return visitor.page().locator("#suggested-days option").all().stream()
                .map(day -> LocalDate.parse(day.getAttribute("value")).getDayOfWeek())
                .toList();
    }

    private static void press(Visitor visitor, AriaRole role, String name) {
        visitor.page()
                .locator("main")
                .getByRole(role, new Locator.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }
}
