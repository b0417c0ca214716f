package org.attune.scenes;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import org.attune.Acquaintances;
import org.attune.people.ContactDetails;
import org.junit.jupiter.api.Test;

/** A bare note, from wherever one is. */
@BrowserTest
class NoteScenes {

    private final Cast cast;
    private final Acquaintances acquaintances;

    NoteScenes(Cast cast, Acquaintances acquaintances) {
        this.cast = cast;
        this.acquaintances = acquaintances;
    }

    @Test
    void aBareNoteTakesAFewKeysFromAnywhere(Visitor maya) {
        Cast.Player player = cast.salesperson();
        acquaintances.of(player.viewer(), ContactDetails.named("Helen", "Brandt"));
        maya.isSignedIn(player.email(), Cast.PASSWORD).opens("/contacts");
        Page page = maya.page();
        page.keyboard().press("c");
        assertThat(page.locator("#q")).isFocused();
        page.keyboard().type("bran");
        assertThat(page.locator("#people label")).hasText("Helen Brandt");
        page.keyboard().press("Enter");
        assertThat(page.locator("#people input[type=checkbox]")).isChecked();
        assertThat(page.locator("textarea[name=note]")).isFocused();
        page.keyboard().type("She asks whether we know the new depot.");
        page.keyboard().press("Control+Enter");
        assertThat(page.locator("#toasts")).containsText("Note kept.");
        assertThat(page.locator("#note")).hasValue("She asks whether we know the new depot.");
        maya.findsItAccessible().keepsAPicture("note");
    }

    @Test
    void aNoteForNobodyIsAskedBackAndKeepsItsWords(Visitor maya) {
        maya.isSignedIn(cast.salesperson().email(), Cast.PASSWORD).opens("/conversations/new");
        Page page = maya.page();
        page.locator("textarea[name=note]").fill("Somebody called about the depot.");
        page.locator("button[value=note]").click();
        assertThat(page.locator("#participants-error")).containsText("Choose at least one person it was with.");
        assertThat(page.locator("textarea[name=note]")).hasValue("Somebody called about the depot.");
    }
}
