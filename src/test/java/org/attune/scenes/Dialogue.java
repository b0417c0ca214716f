package org.attune.scenes;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.attune.people.ContactId;

/** The workspace of one conversation, used as whoever just had it uses it: by typing. */
final class Dialogue {

    private final Page page;

    Dialogue(Visitor visitor) {
        this.page = visitor.page();
    }

    /** Begins one with these people and stands before the empty dialogue. */
    static Dialogue begun(Visitor visitor, ContactId... people) {
        visitor.opens("/conversations/new?" + with(people));
        visitor.page().locator("button[value=begin]").click();
        Dialogue dialogue = new Dialogue(visitor);
        assertThat(dialogue.box()).isFocused();
        visitor.page().waitForLoadState(); // the page gives it the focus, and the keys come with the scripts
        return dialogue;
    }

    private static String with(ContactId... people) {
        StringBuilder query = new StringBuilder();
        for (ContactId person : people) {
            query.append("with=").append(person.value()).append('&');
        }
        return query.toString();
    }

    Locator box() {
        return page.locator("textarea[name=text]");
    }

    Locator turn(int number) {
        return page.locator("#t" + number);
    }

    Locator turns() {
        return page.locator("#turns li.turn");
    }

    Locator waiting() {
        return page.locator("#waiting");
    }

    Locator readiness() {
        return page.locator("#readiness-place .ready-fold").first();
    }

    /** The conversation's address without anything behind it. */
    String path() {
        return pathOf(page);
    }

    static String pathOf(Page page) {
        return page.url().replaceFirst("^https?://[^/]+", "").replaceFirst("[?#].*", "");
    }

    Dialogue hears(String words) {
        page.keyboard().press("Alt+1");
        return says(words);
    }

    Dialogue asks(String words) {
        return says("? " + words);
    }

    Dialogue responds(String words) {
        return says("! " + words);
    }

    Dialogue tells(String words) {
        page.keyboard().press("Alt+4");
        return says(words);
    }

    /** Types it and logs it, and does not wait for it to arrive. */
    Dialogue says(String words) {
        box().pressSequentially(words);
        page.keyboard().press("Enter");
        assertThat(box()).hasValue("");
        return this;
    }

    /** The last turn is this one, with these words. */
    Dialogue has(int number, String words) {
        assertThat(turn(number)).containsText(words);
        return this;
    }

    Dialogue marks(int number, String mark) {
        menuOf(number).getByRole(AriaRole.BUTTON, named(mark)).click();
        assertThat(turn(number).locator("details.addm")).hasJSProperty("open", false);
        return this;
    }

    NeedPage notesNeed(int number, String title, String role) {
        menuOf(number).locator("a[href*='/needs/new']").click();
        page.locator("#title").fill(title);
        page.getByLabel(role, new Page.GetByLabelOptions().setExact(true)).check();
        page.locator("#note button[type=submit]").click();
        return new NeedPage(page).isOf(title);
    }

    /** Closes with three answers; the way on and the outcome by one key each. */
    void closes(String outcome, String nextStep, String day, String way) {
        page.keyboard().press("Alt+0");
        assertThat(page).hasURL(Pattern.compile(".*/closing$"));
        page.locator(".choice")
                .filter(new Locator.FilterOptions().setHasText(outcome))
                .click();
        page.locator("#next").fill(nextStep);
        page.locator("#due").fill(day);
        page.locator(".choice")
                .filter(new Locator.FilterOptions().setHasText(way))
                .click();
        page.locator(".closebar button[type=submit]").click();
        assertThat(page.locator("form.closing")).hasCount(0);
    }

    private Locator menuOf(int number) {
        turn(number).locator("details.addm summary").click();
        return turn(number).locator("details.addm .menu");
    }

    private static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name);
    }
}
