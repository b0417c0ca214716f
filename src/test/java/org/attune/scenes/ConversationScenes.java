package org.attune.scenes;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import org.attune.Acquaintances;
import org.attune.people.ContactDetails;
import org.attune.people.ContactId;
import org.junit.jupiter.api.Test;

/** A conversation from its first sentence to its end, as whoever had it writes it down. */
@BrowserTest
class ConversationScenes {

    private final Cast cast;
    private final Acquaintances acquaintances;

    ConversationScenes(Cast cast, Acquaintances acquaintances) {
        this.cast = cast;
        this.acquaintances = acquaintances;
    }

    @Test
    void aWholeConversationIsLoggedByKeyboardAlone(Visitor maya) {
        Cast.Player player = cast.salesperson();
        ContactId helen = acquaintances.of(player.viewer(), ContactDetails.named("Helen", "Brandt"));
        maya.signsIn(player.email(), Cast.PASSWORD).opens("/conversations/new?with=" + helen.value());
        maya.findsItAccessible().keepsAPicture("new-conversation");
        Page page = maya.page();
        page.locator("button[value=begin]").click();
        assertThat(page.locator("#begun h2")).hasText("How did Helen begin?");
        assertThat(page.locator("input[name=move][value=respond]")).hasAttribute("data-locked", "true");
        maya.keepsAPicture("conversation-begun");

        types(page, "We close the month on the eleventh. It used to be the fifth.");
        assertThat(page.locator("#t1 blockquote"))
                .hasText("“We close the month on the eleventh. It used to be the fifth.”");
        types(page, "? What happens between the fifth and the eleventh?");
        assertThat(page.locator("#t2")).containsText("We asked");
        types(page, "Two of my people retype every invoice from the dispatch system.");
        assertThat(page.locator("#t2 .refs")).containsText("answered in 3");
        assertThat(page.locator("#balance .figure")).containsText("%");
        types(page, "! Then let us look at the retyping together.");
        assertThat(page.locator("#t4")).containsText("We responded");
        maya.findsItAccessible().keepsAPicture("conversation-flow");
        assertThat(page.locator("textarea[name=text]")).isFocused();
    }

    private static void types(Page page, String words) {
        page.locator("textarea[name=text]").pressSequentially(words);
        page.keyboard().press("Enter");
    }
}
