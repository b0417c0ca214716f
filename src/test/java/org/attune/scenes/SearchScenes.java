package org.attune.scenes;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.attune.Acquaintances;
import org.attune.access.Viewer;
import org.attune.conversations.ConversationScene;
import org.attune.people.ContactDetails;
import org.attune.people.ContactId;
import org.junit.jupiter.api.Test;

/** From anywhere to anybody, without a mouse. */
@BrowserTest
class SearchScenes {

    private final Cast cast;
    private final Acquaintances acquaintances;
    private final ConversationScene talks;

    SearchScenes(Cast cast, Acquaintances acquaintances, ConversationScene talks) {
        this.cast = cast;
        this.acquaintances = acquaintances;
        this.talks = talks;
    }

    @Test
    void aSlipOfTheFingersAndTwoKeysLeadToAPerson(Visitor maya, Visitor tom) {
        Cast.Player player = cast.salesperson();
        ContactId friederike = acquaintances.of(player.viewer(), ContactDetails.named("Friederike", "Sommerfeld"));
        acquaintances.of(player.viewer(), ContactDetails.named("Anton", "Winter"));
        maya.isSignedIn(player.email(), Cast.PASSWORD).opens("/offers");
        searches(maya, "somerfeld");
        maya.page().keyboard().press("ArrowDown");
        maya.page().keyboard().press("Enter");
        assertThat(maya.page()).hasURL(Pattern.compile(".*/contacts/" + friederike.value() + "$"));

        Cast.Player stranger = cast.salesperson();
        acquaintances.of(stranger.viewer(), ContactDetails.named("Anton", "Winter"));
        tom.isSignedIn(stranger.email(), Cast.PASSWORD).opens("/offers");
        searches(tom, "somerfeld");
        assertThat(tom.page().locator("#palette-said")).containsText("Nothing is like “somerfeld”.");
        tom.page().keyboard().press("Enter");
        assertThat(tom.page()).hasURL(Pattern.compile(".*/search\\?q=somerfeld$"));
        assertThat(tom.page().locator("#found")).not().containsText("Friederike");
    }

    @Test
    void whatWasSaidIsFoundWordForWordAndOpenedAtItsTurn(Visitor maya) {
        Cast.Player player = cast.salesperson();
        saidIt(player.viewer());
        maya.isSignedIn(player.email(), Cast.PASSWORD).opens("/contacts");
        Page page = maya.page();
        searches(maya, "drawer");
        Locator found = page.locator("#palette-found");
        assertThat(found.locator("mark")).hasText("drawer");
        page.keyboard().press("ArrowDown");
        assertThat(found.locator("[data-active]")).containsText("half of them end in a drawer");
        isAnnounced(page, found.locator("[data-active]"));
        maya.findsItAccessible().keepsAPicture("palette");
        maya.inTheDark().keepsAPicture("palette-dark");
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*/conversations/[0-9a-f-]+#t2$"));

        page.keyboard().press("Escape");
        page.locator("h1").click();
        searches(maya, "drawer");
        page.keyboard().press("Escape");
        assertThat(page.locator("#palette")).isHidden();
        page.keyboard().press("/");
        page.keyboard().type("folder");
        assertThat(page.locator("#palette-q")).hasValue("folder");
    }

    /** What a screen reader goes by: how many there are, and which of them is chosen while the words keep the focus. */
    private static void isAnnounced(Page page, Locator chosen) {
        assertThat(page.locator("#palette-said[role=status]")).containsText("One found");
        Locator box = page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setExpanded(true));
        assertThat(box).isFocused();
        assertThat(chosen).hasRole(AriaRole.OPTION);
        assertThat(chosen).hasAttribute("aria-selected", "true");
        assertThat(box).hasAttribute("aria-activedescendant", chosen.getAttribute("id"));
        assertThat(page.locator("#palette [aria-selected=true]")).hasCount(1);
    }

    private void saidIt(Viewer viewer) {
        ContactId helen = acquaintances.of(viewer, ContactDetails.named("Helen", "Brandt"));
        var talk = talks.begun(viewer, helen);
        talks.asked(viewer, talk, "Where do the slips go?");
        talks.heard(viewer, talk, helen, "Into the cab, and half of them end in a drawer.");
    }

    private static void searches(Visitor visitor, String words) {
        visitor.page().keyboard().press("/");
        assertThat(visitor.page().locator("#palette-q")).isFocused();
        visitor.page().keyboard().type(words);
    }
}
