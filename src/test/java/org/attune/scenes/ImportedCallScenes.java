package org.attune.scenes;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Real calls that nobody here wrote, from the file to the first offer (their source stands beside the files). */
@BrowserTest
class ImportedCallScenes {

    private final Cast cast;

    ImportedCallScenes(Cast cast) {
        this.cast = cast;
    }

    @Test
    void aDiscoveryCallLeadsToItsFirstOffer(Visitor maya) {
        Cast.Player player = cast.salesperson();
        maya.isSignedIn(player.email(), Cast.PASSWORD);
        Page page = maya.page();
        ImportedCall.imports(page, "discovery-call-01.md");
        assertThat(page.locator(".prop.now textarea")).hasValue("Hey Jennifer, David—thanks for making time today.");
        assertThat(page.locator(".props .prop.ok")).hasCount(0);

        ImportedCall.confirmsUntil(page, "First problem—admin work.");
        Locator response = page.locator(".prop.now");
        response.locator("label").filter(ImportedCall.having("responded")).click();
        ImportedCall.unfolds(response);
        Locator named = response.locator(".answers label").filter(ImportedCall.having("our reps are drowning"));
        named.locator("input").check();
        response.locator(".answers label:not(:has-text('our reps are drowning')) input:checked")
                .all()
                .forEach(Locator::uncheck);
        response.locator("button[value=confirm]").click();
        page.getByText(Pattern.compile("Confirm \\d+ as they stand")).click();
        assertThat(page.locator(".props .prop.now")).hasCount(0);
        maya.findsItAccessible();
        page.locator(".talk-head .actions a").first().click();
        String conversation = page.url();

        Locator stated = ImportedCall.turn(page, "our reps are drowning");
        stated.locator("details.addm summary").click();
        stated.locator("details.addm a[href*='/needs/new']").click();
        page.locator("#title").fill("Reps drown in work that is not selling");
        page.getByLabel("has the problem", new Page.GetByLabelOptions().setExact(true))
                .check();
        page.locator("#note button[type=submit]").click();
        if (!page.url().contains("/needs/")) {
            page.locator("a[href*='/needs/']")
                    .filter(ImportedCall.having("Reps drown"))
                    .first()
                    .click();
        }
        NeedPage need = new NeedPage(page).isOf("Reps drown in work that is not selling");
        need.belongsAlsoTo("David Park", "feels it too");
        need.isAbout("super useful");
        need.isAbout("And what’s the investment for this?".replace('’', '\''));
        need.wasPlayedBack("Too much time on what is not selling, and deals that stall unseen.", "exactly it");
        need.costs("180000", "a year", "35% on actual customer conversations");
        need.wasSolvedBy(
                "Two of their own deals, and an hour of both", "A demonstration with these deals", "Let's do it.");

        page.navigate(conversation);
        Locator asked = ImportedCall.turn(page, "what's the investment for this");
        asked.locator("details.addm summary").click();
        asked.locator(".addm").getByText("Asked for an offer").click();
        assertThat(asked.locator(".marks")).containsText("Asked for an offer");
        page.locator("#readiness-place .ready a").first().click();
        page.locator("#title").fill("Less work that is not selling, for twenty-eight reps");
        page.locator("#scope").fill("Two weeks from the first day to live, then everybody.");
        page.locator("#month").fill("8000");
        page.locator("form.formp > .row button[type=submit]").click();
        assertThat(page.locator("h1")).hasText("Less work that is not selling, for twenty-eight reps");
        assertThat(page.locator("main")).containsText("I think our reps are drowning.");
        maya.findsItAccessible().keepsAPicture("imported-offer");
    }
}
