package org.attune.scenes;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.attune.offers.HousePolicy;
import org.attune.offers.OfferScene;
import org.attune.offers.Offers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An admin makes the gate stricter, knowing what that means; a salesperson meets it. */
@BrowserTest
class GatePolicyScenes {

    private final Cast cast;
    private final OfferScene story;
    private final Offers offers;
    private final HousePolicy house;

    GatePolicyScenes(Cast cast, OfferScene story, Offers offers, HousePolicy house) {
        this.cast = cast;
        this.story = story;
        this.offers = offers;
        this.house = house;
    }

    @BeforeEach
    @AfterEach
    void asItCame() {
        house.asItCame();
    }

    @Test
    void aStricterRuleIsTriedOutPublishedAndMet(Visitor ola, Visitor maya) {
        Cast.Player mayas = cast.salesperson();
        OfferScene.Story said = story.complete(mayas.viewer());
        offers.record(mayas.viewer(), OfferScene.pushed(story.complete(mayas.viewer()), null));
        ola.isSignedIn(cast.admin().email(), Cast.PASSWORD).opens("/admin/gate");
        Page page = ola.page();
        // Offers of others may have come about under other rules.
        String notYet = page.locator("tr[data-which=today] td").nth(2).innerText();
        assertThat(page.locator("tr[data-which=draft] td").nth(2)).hasText(notYet);

        page.locator("[id='demandsnew-asked_for']").selectOption("required");
        assertThat(page.locator("#tried")).containsText("Nobody can propose an offer");
        assertThat(page.locator("tr[data-which=today] td").nth(2)).hasText(notYet);
        assertThat(page.locator("tr[data-which=draft] td").nth(2)).not().hasText(notYet);
        ola.findsItAccessible().scrollsOnlyDownwards().keepsAPicture("gate-policy-tried");
        ola.inTheDark().keepsAPicture("gate-policy-tried-dark");
        page.setViewportSize(390, 844);
        ola.findsItAccessible().scrollsOnlyDownwards().keepsAPicture("gate-policy-390");
        ola.inTheDark().keepsAPicture("gate-policy-390-dark");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        page.setViewportSize(1280, 900);

        page.locator("#note").fill("Let them push for the close.");
        page.locator("form.pols > .row .primary").click();
        assertThat(page.locator("#toasts")).containsText("is in force, for offers recorded from now on.");
        assertThat(page.locator("main")).containsText("New, They asked for the offer: from Warn to Required");

        maya.isSignedIn(mayas.email(), Cast.PASSWORD)
                .opens("/contacts/" + said.helen().value() + "/offers/new");
        Page form = maya.page();
        form.locator("#asked").selectOption("");
        form.locator("#pushReason").fill("They would have lost another year");
        OfferPage.records(form, "Call capture for thirty-one drivers");
        assertThat(form.locator("main")).containsText("Here an offer is only for who asked for it.");
        assertThat(form.locator("#title")).hasValue("Call capture for thirty-one drivers");
        maya.findsItAccessible().keepsAPicture("gate-policy-met");
        org.assertj.core.api.Assertions.assertThat(maya.gets("/admin/gate")).isEqualTo(404);
    }
}
