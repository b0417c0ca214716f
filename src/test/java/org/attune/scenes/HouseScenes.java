package org.attune.scenes;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import org.assertj.core.api.Assertions;
import org.attune.Somebody;
import org.attune.access.TeamId;
import org.attune.offers.OfferScene;
import org.junit.jupiter.api.Test;

/** Somebody leaves, and somebody is away: who works with their customers then. */
@BrowserTest
class HouseScenes {

    private final Cast cast;
    private final Somebody somebody;
    private final OfferScene story;

    HouseScenes(Cast cast, Somebody somebody, OfferScene story) {
        this.cast = cast;
        this.somebody = somebody;
        this.story = story;
    }

    @Test
    void anAdminClosesAnAccountAndWhoeverTakesOverReadsTheBriefAndTellsTheCustomer(
            Visitor admin, Visitor maya, Visitor ola) {
        TeamId north = somebody.aTeam();
        Cast.Player mayas = cast.salesperson(north);
        Cast.Player olas = cast.salesperson(north);
        OfferScene.Story said = story.complete(mayas.viewer());
        maya.isSignedIn(mayas.email(), Cast.PASSWORD);
        ola.isSignedIn(olas.email(), Cast.PASSWORD);
        admin.isSignedIn(cast.admin().email(), Cast.PASSWORD);

        admin.finds("/admin/people/" + mayas.viewer().uuid());
        press(admin, AriaRole.LINK, "Close the account");
        assertThat(admin.page().locator("main")).containsText("2 contacts");
        assertThat(admin.page().locator("main")).not().containsText("Brandt");
        admin.findsItAccessible().keepsAPicture("closing");
        press(admin, AriaRole.BUTTON, "Hand over, and close the account");
        assertThat(admin.page().locator("main")).containsText("Say who takes over.");
        admin.findsItAccessible();
        admin.page()
                .locator("select[name=to]")
                .selectOption(olas.viewer().uuid().toString());
        admin.page().locator("input[name=why]").fill("She moves to <b>Lisbon</b>");
        press(admin, AriaRole.BUTTON, "Hand over, and close the account");
        assertThat(admin.page().locator("main")).containsText("She moves to <b>Lisbon</b>");
        assertThat(admin.page().locator("main")).not().containsText("Brandt");
        admin.findsItAccessible();

        maya.opens("/contacts");
        Assertions.assertThat(maya.page().url()).contains("/sign-in");

        ola.finds("/");
        press(ola, AriaRole.LINK, "Read the brief");
        assertThat(ola.page().locator("main")).containsText("Helen Brandt");
        ola.findsItAccessible().keepsAPicture("brief");
        ola.page()
                .locator("form[action$='/told/" + said.helen().value() + "'] button")
                .click();
        assertThat(ola.page().locator("main")).containsText(olas.viewer().name() + " told them on");
        ola.finds("/contacts/" + said.helen().value());
    }

    @Test
    void aStandInWorksWithTheirCustomersAndWhoComesBackReadsWhatHappened(
            Visitor maya, @OnAPhone Visitor ola, Visitor stranger) {
        Cast.Player mayas = cast.salesperson();
        Cast.Player olas = cast.salesperson();
        OfferScene.Story said = story.complete(mayas.viewer());
        String helen = "/contacts/" + said.helen().value();
        maya.isSignedIn(mayas.email(), Cast.PASSWORD);
        ola.isSignedIn(olas.email(), Cast.PASSWORD);
        stranger.isSignedIn(cast.salesperson().email(), Cast.PASSWORD);
        Assertions.assertThat(ola.gets(helen)).isEqualTo(404);

        maya.finds("/preferences");
        press(maya, AriaRole.LINK, "Choose a stand-in");
        maya.page().locator("input[name=from]").fill(LocalDate.now().toString());
        maya.page()
                .locator("input[name=until]")
                .fill(LocalDate.now().plusDays(5).toString());
        maya.page()
                .locator("select[name=standIn]")
                .selectOption(olas.viewer().uuid().toString());
        press(maya, AriaRole.BUTTON, "Let them stand in");
        assertThat(maya.page().locator("main")).containsText(olas.viewer().name() + " stands in from");
        maya.findsItAccessible().scrollsOnlyDownwards().keepsAPicture("away");

        ola.finds("/");
        assertThat(ola.page().locator("main"))
                .containsText("You stand in for " + mayas.viewer().name());
        ola.findsItAccessible().scrollsOnlyDownwards().keepsAPicture("standing-in-390");
        ola.finds(helen + "/edit");
        Assertions.assertThat(stranger.gets(helen)).isEqualTo(404);
        Assertions.assertThat(stranger.gets("/colleagues/" + mayas.viewer().uuid() + "/away"))
                .isEqualTo(404);

        press(maya, AriaRole.BUTTON, "Back already");
        Assertions.assertThat(ola.gets(helen)).isEqualTo(404);
        maya.finds("/");
        press(maya, AriaRole.LINK, "What happened meanwhile");
        assertThat(maya.page().locator("h1")).hasText("While you were away");
        maya.findsItAccessible().keepsAPicture("meanwhile");
    }

    private static void press(Visitor visitor, AriaRole role, String name) {
        visitor.page()
                .locator("main")
                .getByRole(
                        role,
                        new com.microsoft.playwright.Locator.GetByRoleOptions()
                                .setName(name)
                                .setExact(true))
                .click();
    }
}
