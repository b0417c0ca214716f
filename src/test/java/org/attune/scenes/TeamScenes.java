package org.attune.scenes;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.List;
import org.assertj.core.api.Assertions;
import org.attune.offers.OfferId;
import org.attune.offers.OfferScene;
import org.junit.jupiter.api.Test;

/** What another team's salesperson sees of somebody's customers: nothing. */
@BrowserTest
class TeamScenes {

    private final Cast cast;
    private final OfferScene story;

    TeamScenes(Cast cast, OfferScene story) {
        this.cast = cast;
        this.story = story;
    }

    @Test
    void anotherTeamsSalespersonFindsNoneOfIt(Visitor maya, Visitor tom) {
        Cast.Player mayas = cast.salesperson();
        OfferScene.Story said = story.complete(mayas.viewer());
        OfferId offer = story.sent(said);
        List<String> places = List.of(
                "/contacts/" + said.helen().value() + "/edit",
                "/contacts/" + said.helen().value() + "/offers/new",
                "/contacts/" + said.helen().value() + "/promises",
                "/conversations/" + said.talk().value(),
                "/conversations/" + said.talk().value() + "/closing",
                "/turns/" + said.stated().value(),
                "/needs/" + said.need().value(),
                "/needs/" + said.need().value() + "/readiness",
                "/offers/" + offer.value(),
                "/offers/" + offer.value() + "/print");
        maya.isSignedIn(mayas.email(), Cast.PASSWORD);
        tom.isSignedIn(cast.salesperson().email(), Cast.PASSWORD);
        for (String place : places) {
            Assertions.assertThat(maya.gets(place)).as("%s for Maya", place).isEqualTo(200);
            Assertions.assertThat(tom.gets(place)).as("%s for Tom", place).isEqualTo(404);
        }
        tom.opens("/contacts");
        assertThat(tom.page().locator("main")).not().containsText("Brandt");
        tom.opens("/offers");
        assertThat(tom.page().locator("main")).containsText("No offers yet. They come when someone asks.");
        tom.opens("/conversations/new?q=Brandt&with=" + said.helen().value());
        assertThat(tom.page().locator("#people")).containsText("Nobody of that name");
        tom.opens("/offers/" + offer.value());
        tom.findsItAccessible();
    }
}
