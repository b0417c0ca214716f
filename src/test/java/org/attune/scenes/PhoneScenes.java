package org.attune.scenes;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import org.attune.offers.OfferId;
import org.attune.offers.OfferScene;
import org.junit.jupiter.api.Test;

/** The same day with a phone in one hand. */
@BrowserTest
class PhoneScenes {

    private final Cast cast;
    private final OfferScene story;

    PhoneScenes(Cast cast, OfferScene story) {
        this.cast = cast;
        this.story = story;
    }

    @Test
    void whatWasSaidIsWrittenDownOnAPhone(@OnAPhone Visitor maya) {
        Cast.Player player = cast.salesperson();
        OfferScene.Story said = story.begun(player.viewer());
        maya.isSignedIn(player.email(), Cast.PASSWORD).opens("/contacts").scrollsOnlyDownwards();
        Page page = maya.page();
        page.locator(".tabbar a.log").tap();
        assertThat(page.locator("h1")).hasText("Log a conversation");
        maya.scrollsOnlyDownwards().keepsAPicture("phone-new-conversation");
        maya.opens("/conversations/" + said.talk().value()).scrollsOnlyDownwards();
        Dialogue talk = new Dialogue(maya);
        talk.box().fill("And the drivers forget half of them.");
        page.locator("[data-composer] footer button[type=submit]").tap();
        talk.has(2, "And the drivers forget half of them.");
        maya.scrollsOnlyDownwards().findsItAccessible().keepsAPicture("phone-conversation");
        page.locator(".talk-tabs [data-view=state]").tap();
        assertThat(page.locator("#balance")).isVisible();
        maya.scrollsOnlyDownwards().keepsAPicture("phone-balance");
    }

    @Test
    void nothingIsWiderThanThePhone(@OnAPhone Visitor maya) {
        Cast.Player player = cast.salesperson();
        OfferScene.Story said = story.complete(player.viewer());
        OfferId offer = story.sent(said);
        maya.isSignedIn(player.email(), Cast.PASSWORD);
        int pages = 0;
        for (String path : Places.of(said, offer)) {
            maya.finds(path).scrollsOnlyDownwards().keepsAPicture("phone-page-" + ++pages);
        }
    }
}
