package org.attune.scenes;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.Currency;
import java.util.regex.Pattern;
import org.attune.access.Organisation;
import org.junit.jupiter.api.Test;

/**
 * A real closing call. In it nobody of us asks about what bothers them, and nobody answers to it: that is what the gate
 * says, and what a second conversation brings.
 */
@BrowserTest
class ClosingCallScenes {

    private static final String LOSING = "losing about $500K per quarter";

    private final Cast cast;
    private final Organisation organisation;

    ClosingCallScenes(Cast cast, Organisation organisation) {
        this.cast = cast;
        this.organisation = organisation;
    }

    @Test
    void aCallThatOnlyClosesNeedsOneMoreConversationBeforeTheOffer(Visitor maria) {
        organisation.offer(Currency.getInstance("USD"));
        maria.isSignedIn(cast.salesperson().email(), Cast.PASSWORD);
        Page page = maria.page();
        ImportedCall.imports(page, "closing-call-01.md");
        page.getByText(Pattern.compile("Confirm 32 as they stand")).click();
        assertThat(page.locator("#jo + .meta")).containsText("32 of 32 confirmed");
        page.locator(".talk-head .actions a").first().click();

        Locator asked = ImportedCall.turn(page, "Maria, send the contract");
        asked.locator("details.addm summary").click();
        asked.locator(".addm").getByText("Asked for an offer").click();
        assertThat(asked.locator(".marks")).containsText("Asked for an offer");
        NeedPage need = notesNeed(page);
        need.belongsAlsoTo("Susan Park", "pays");
        need.isAbout("what convinced me we need to do something").isAbout("Maria, send the contract");
        need.costs("2000000", "a year", "USD", LOSING);
        String needed = page.url();

        page.locator(".crumb a[href^='/contacts/'], .ppl a")
                .filter(having("James Rodriguez"))
                .first()
                .click();
        assertThat(page.locator("h1")).containsText("James Rodriguez");
        String james = Dialogue.pathOf(page);
        maria.opens(james + "/offers/new");
        Locator always = page.locator("ul.rules").first();
        assertThat(always.locator("li").filter(having("Their need, heard")).locator(".miss"))
                .hasCount(0);
        assertThat(always.locator("li").filter(having("A question of ours")).locator(".miss"))
                .isVisible();
        assertThat(always.locator("li").filter(having("A response")).locator(".miss"))
                .isVisible();
        assertThat(page.locator("form.formp > .row button[type=submit]")).hasCount(0);
        maria.findsItAccessible().keepsAPicture("closing-gate");

        always.locator("a[href*='/conversations/new']").first().click();
        page.locator("button[value=begin]").click();
        Dialogue talk = new Dialogue(maria);
        assertThat(talk.box()).isFocused();
        talk.asks("What happens to a deal that should close and does not?").has(1, "We asked");
        talk.hears("It stalls after the demo, and we see it a month later.").has(2, "It stalls");
        talk.responds("Then we begin with the deals that have stalled.").has(3, "We responded");
        talk.hears("Yes, begin with those. You have our pipeline by Friday.").has(4, "begin with those");
        talk.asks("So what is lost is lost because nobody sees it stall?").has(5, "We asked");
        talk.hears("That is exactly it.").has(6, "exactly it");

        page.navigate(needed);
        need.isAbout("It stalls after the demo").isAbout("begin with those").isAbout("That is exactly it.");
        need.wasPlayedBack("Deals are lost because nobody sees them stall.", "That is exactly it.");
        need.wasSolvedBy("Their pipeline, by Friday.", "The stalled deals first.", "begin with those");

        maria.opens(james + "/offers/new");
        page.locator("#title").fill("Deals that stall, seen in time");
        page.locator("#scope").fill("Everything included, live within two days of the first signature.");
        page.locator("#year").fill("180000");
        page.locator("#currency").selectOption("USD");
        page.locator("form.formp > .row button[type=submit]").click();
        assertThat(page.locator("h1")).hasText("Deals that stall, seen in time");
        assertThat(page.locator(".asked")).containsText("Maria, send the contract.");
        assertThat(page.locator(".evidence")).containsText(LOSING);
        maria.findsItAccessible().keepsAPicture("closing-offer");
    }

    private static NeedPage notesNeed(Page page) {
        Locator stated = ImportedCall.turn(page, LOSING);
        stated.locator("details.addm summary").click();
        stated.locator("details.addm a[href*='/needs/new']").click();
        page.locator("#title").fill("Deals that should close do not");
        page.getByLabel("has the problem", new Page.GetByLabelOptions().setExact(true))
                .check();
        page.locator("#note button[type=submit]").click();
        return new NeedPage(page).isOf("Deals that should close do not");
    }

    private static Locator.FilterOptions having(String words) {
        return new Locator.FilterOptions().setHasText(words);
    }
}
