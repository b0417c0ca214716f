package org.attune.scenes;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import org.attune.offers.OfferId;
import org.attune.offers.OfferScene;
import org.junit.jupiter.api.Test;

/** An offer, from the moment they asked to a clear answer. */
@BrowserTest
class OfferScenes {

    private final Cast cast;
    private final OfferScene story;

    OfferScenes(Cast cast, OfferScene story) {
        this.cast = cast;
        this.story = story;
    }

    @Test
    void anHonestNoIsTakenAsAGoodOutcome(Visitor maya) {
        Cast.Player player = cast.salesperson();
        OfferScene.Story said = story.complete(player.viewer());
        maya.isSignedIn(player.email(), Cast.PASSWORD)
                .opens("/contacts/" + said.helen().value() + "/offers/new");
        Page page = maya.page();
        page.locator("#title").fill("Call capture for thirty-one drivers");
        page.locator("#scope").fill("A trial with three drivers, then all thirty-one.");
        page.locator("#once").fill("9600");
        page.locator("#currency").selectOption("EUR");
        page.locator("#senseForUs").fill("Four forwarders we know keep the same list.");
        page.locator("form.formp > .row button[type=submit]").click();
        assertThat(page.locator("h1")).hasText("Call capture for thirty-one drivers");
        maya.findsItAccessible().keepsAPicture("offer-draft");

        page.locator("form[action$='/sending'] button").click();
        assertThat(page.locator("#toasts")).containsText("The offer is sent.");
        maya.keepsAPicture("offer-sent");
        OfferPage.decides(page, "No", "It holds, but we change the whole system next year.");
        assertThat(page.locator("main")).containsText("An honest answer, and a good outcome: now both know.");
        assertThat(page.locator("main")).containsText("It holds, but we change the whole system next year.");
        maya.findsItAccessible().keepsAPicture("offer-no");
    }

    @Test
    void aYesIsRepeatedInOnePreparedForm(Visitor maya) {
        Cast.Player player = cast.salesperson();
        OfferId sent = story.sent(story.complete(player.viewer()));
        maya.isSignedIn(player.email(), Cast.PASSWORD).opens("/offers/" + sent.value());
        Page page = maya.page();
        OfferPage.decides(page, "Yes", "Petra says it holds.");
        assertThat(page.locator("#toasts")).containsText("A yes. What it stands on stays with it.");
        maya.keepsAPicture("offer-yes");

        page.locator("a[href$='/again']").click();
        maya.findsItAccessible().keepsAPicture("offer-again");
        page.locator("#answer").fill("Nothing has changed. The same again, for the depot in Halle.");
        page.locator("form.formp > .row button[type=submit]").click();
        assertThat(page.locator(".meta-row a[href$='" + sent.value() + "']")).isVisible();
        assertThat(page.locator(".chip").filter(having("Draft"))).isVisible();
        maya.findsItAccessible();
    }

    @Test
    void theCustomersCopyShowsNothingOfOurInsideView(Visitor maya) {
        Cast.Player player = cast.salesperson();
        OfferId sent = story.sent(story.complete(player.viewer()));
        maya.isSignedIn(player.email(), Cast.PASSWORD).opens("/offers/" + sent.value());
        assertThat(maya.page().locator("main")).containsText("Four forwarders we know keep the same list.");
        maya.opens("/offers/" + sent.value() + "/print");
        Locator copy = maya.page().locator("main");
        assertThat(copy).containsText("A trial with three drivers, then all thirty-one.");
        for (String inside : List.of("Four forwarders", "surcharges are on my list", "Pulled", "24,000", "stands on")) {
            assertThat(copy).not().containsText(inside);
        }
        maya.findsItAccessible().keepsAPicture("offer-print");
    }

    private static Locator.FilterOptions having(String words) {
        return new Locator.FilterOptions().setHasText(words);
    }
}
