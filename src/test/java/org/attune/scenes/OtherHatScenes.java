package org.attune.scenes;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import java.util.UUID;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.attune.Happened;
import org.attune.RareWord;
import org.attune.access.Hat;
import org.attune.access.Viewer;
import org.attune.conversations.ConversationId;
import org.attune.conversations.ConversationScene;
import org.attune.library.Shelf;
import org.attune.nurture.ChooseWayOn;
import org.attune.nurture.Way;
import org.attune.nurture.WaysOn;
import org.attune.offers.OfferScene;
import org.attune.people.ContactId;
import org.attune.platform.Ids;
import org.junit.jupiter.api.Test;

/** Keeping people company under the marketing hat, and what changes when the other one is put on. */
@BrowserTest
class OtherHatScenes {

    private final Cast cast;
    private final ConversationScene talks;
    private final OfferScene offers;
    private final Shelf shelf;
    private final WaysOn waysOn;
    private final Happened happened;

    OtherHatScenes(
            Cast cast, ConversationScene talks, OfferScene offers, Shelf shelf, WaysOn waysOn, Happened happened) {
        this.cast = cast;
        this.talks = talks;
        this.offers = offers;
        this.shelf = shelf;
        this.waysOn = waysOn;
        this.happened = happened;
    }

    @Test
    void aStoryIsToldAsLongAsItsOwnerWantsAndNotAMomentLonger(Visitor maya, Visitor ben) {
        Cast.Player player = cast.salesperson();
        Viewer viewer = player.viewer();
        String docket = RareWord.next();
        ContactId greta = talks.contactOf(viewer, "Greta", "Lindholm");
        ConversationId before = talks.begun(viewer, greta);
        talks.heard(viewer, before, greta, "Every " + docket + " is typed twice, and I pay for both.");
        talks.heard(viewer, before, greta, "Tell it to others, as long as my name stays out of it.");
        Page page = maya.page();
        maya.signsIn(player.email(), Cast.PASSWORD);
        page.keyboard().press("h");
        assertThat(page.locator("html")).hasAttribute("data-hat", "marketing");

        String story = writes(maya, docket);
        ben.signsIn(cast.salesperson().email(), Cast.PASSWORD);
        Assertions.assertThat(ben.gets(story)).isEqualTo(404);
        agrees(page);
        maya.findsItAccessible().scrollsOnlyDownwards().keepsAPicture("story");
        ben.finds(story).findsItAccessible().scrollsOnlyDownwards().keepsAPicture("story-elsewhere");
        assertThat(ben.page().locator("main")).containsText("Told without their name");
        assertThat(ben.page().locator("main")).not().containsText("Lindholm");

        maya.opens("/");
        page.keyboard().press("h");
        assertThat(page.locator("html")).hasAttribute("data-hat", "sales");
        Dialogue talk = Dialogue.begun(maya, talks.contactOf(viewer, "Petra", "Kühn"));
        talk.asks("What happens to each of them?").has(1, "each of them");
        assertThat(page.locator("#fitting li")).hasCount(0);
        talk.hears("With us every " + docket + " is typed twice.").has(2, docket);
        page.keyboard().press("Alt+3");
        assertThat(suggested(page, "Typed once")).containsText("typed twice”, which Petra said in turn 2.");
        page.keyboard().press("Alt+7");
        talk.says("Somebody we know made one list of the two.").has(3, "with “Typed once”");

        ContactId jonas = talks.contactOf(viewer, "Jonas", "Reiter");
        ConversationId next = talks.begun(viewer, jonas);
        talks.asked(viewer, next, "And with you?");
        talks.heard(viewer, next, jonas, "Every " + docket + " is typed twice here, too.");
        maya.opens("/conversations/" + next.value());
        page.waitForLoadState(LoadState.NETWORKIDLE); // the keys are there once the scripts are
        page.keyboard().press("Alt+3");
        page.keyboard().press("Alt+7");
        assertThat(page.locator(".composer footer button")).containsText("Log our response");
        talk.box().pressSequentially("Somebody we know made one list of the two.");
        Visitor aside = maya.inAnotherTab().opens(story);
        press(aside.page(), AriaRole.BUTTON, "Do not use it from now on");
        assertThat(aside.page().locator("#toasts")).containsText("It is not used any more from now on.");
        page.keyboard().press("Enter");
        assertThat(page.locator("#composer-errors")).containsText("They asked for this story not to be used any more");
        assertThat(talk.box()).hasValue("Somebody we know made one list of the two.");
        assertThat(suggested(page, "Typed once")).hasCount(0);
        maya.findsItAccessible().keepsAPicture("conversation-story-withdrawn");
        page.keyboard().press("Enter");
        talk.has(3, "made one list");
        assertThat(talk.turn(3)).not().containsText("Typed once");

        assertThat(aside.page().locator("main")).containsText("Not to be used since");
        assertThat(aside.page().locator("main")).containsText("it was used once before");
        aside.findsItAccessible().scrollsOnlyDownwards().keepsAPicture("story-withdrawn");
        Assertions.assertThat(ben.gets(story)).isEqualTo(404);
    }

    /** Under the marketing hat, from what was heard. */
    private static String writes(Visitor maya, String docket) {
        Page page = maya.finds("/library/stories").page();
        press(page, AriaRole.LINK, "Write a story");
        page.locator("main input[name=q]").fill("Lindholm");
        page.keyboard().press("Enter");
        press(page, AriaRole.LINK, "Greta Lindholm");
        page.locator("#title").fill("Typed once");
        page.locator("#situation").fill("At Greta Lindholm's everything was typed twice.");
        page.getByText("and I pay for both").click();
        page.locator("#found").fill("One list for both.");
        page.locator("#result").fill("Four hours a week, counted by her.");
        page.locator("#speaksTo").fill(docket + " is typed twice");
        maya.findsItAccessible().scrollsOnlyDownwards().keepsAPicture("story-writing");
        press(page, AriaRole.BUTTON, "Keep the story");
        assertThat(page.locator("main")).containsText("It stays within the team");
        assertThat(page.locator("main q")).containsText("and I pay for both.");
        return Dialogue.pathOf(page);
    }

    /** How far it may go, since when, and where she said so. */
    private static void agrees(Page page) {
        press(page, AriaRole.LINK, "Note that they agreed");
        press(page, AriaRole.BUTTON, "Note what they allowed");
        assertThat(page.locator("#summary")).containsText("Say how far it may go.");
        page.getByText("Told in conversation").click();
        page.getByText("without their name").click();
        page.locator("#turn")
                .selectOption(page.locator("#turn option:has-text('as long as my name')")
                        .getAttribute("value"));
        press(page, AriaRole.BUTTON, "Note what they allowed");
        assertThat(page.locator("main")).containsText("Where they said so");
        assertThat(page.locator("main")).containsText("Names stand in the words");
        assertThat(page.locator("section[aria-labelledby=told-title]"))
                .containsText("At […]'s everything was typed twice.");
    }

    @Test
    void oneKeyChangesTheHatAndWithItWhatThePageOffers(Visitor maya) {
        Cast.Player player = cast.salesperson();
        Viewer viewer = player.viewer();
        String docket = RareWord.next();
        shelf.material(viewer, "en", "Counting one week", docket + " is typed twice", "A stroke each time.");
        ContactId helen = talks.contactOf(viewer);
        ConversationId begun = talks.begunUnder(Hat.MARKETING, viewer, helen);
        Page page = maya.page();
        maya.signsIn(player.email(), Cast.PASSWORD);
        wears(page, "sales");
        page.keyboard().press("h");
        wears(page, "marketing");
        maya.opens("/conversations/" + begun.value());
        Dialogue talk = new Dialogue(maya);
        assertThat(page.locator(".talk-head .hatword")).hasText("Marketing hat");

        talk.box().pressSequentially("Every " + docket);
        page.keyboard().press("Alt+h");
        wears(page, "sales");
        assertThat(page.locator(".talk-head .hatword")).hasText("Sales hat");
        assertThat(talk.box()).hasValue("Every " + docket);
        assertThat(talk.box()).isFocused();
        assertThat(page.locator("#fitting li")).hasCount(0);
        page.keyboard().press("End");
        talk.says(" is typed twice, and who is to blame?").has(1, docket);
        page.keyboard().press("Alt+ArrowUp");
        page.keyboard().press("q");
        talk.has(1, "Their question, not answered yet");
        page.keyboard().press("Alt+3");
        assertThat(suggested(page, "Counting one week")).isVisible();
        assertThat(suggested(page, "Counting one week")).containsText("which Helen said in turn 1");
        maya.findsItAccessible().keepsAPicture("hat-sales");

        page.keyboard().press("Alt+h");
        wears(page, "marketing");
        maya.opens("/contacts/" + helen.value() + "/offers/new");
        assertThat(page.locator("main")).containsText("Put on the sales hat");
        assertThat(page.locator("main form.formp")).hasCount(0);
        maya.findsItAccessible().scrollsOnlyDownwards().keepsAPicture("hat-no-offer");
        maya.opens("/conversations/" + begun.value());
        talk.hears("What would it cost to be rid of it?").has(2, "rid of it");
        assertThat(talk.turn(2).locator(".newhat")).hasText("Marketing hat");
        page.keyboard().press("Alt+ArrowUp");
        page.keyboard().press("b");
        assertThat(talk.turn(2)).containsText("Helen asked for an offer. Put on the sales hat");
        maya.findsItAccessible().keepsAPicture("hat-asked-to-buy");
        page.keyboard().press("h");
        wears(page, "sales");
        talk.tells("Let us see what it costs you first.").has(3, "costs you first");
        assertThat(talk.turn(3).locator(".newhat")).hasText("Sales hat");
        maya.opens("/contacts/" + helen.value() + "/offers/new");
        assertThat(page.locator("main")).not().containsText("Put on the sales hat");
    }

    @Test
    void whoWaitsToHearFromUsIsFoundOnAPhoneAndWhoWantsToStopIsLeftAlone(@OnAPhone Visitor maya) {
        Cast.Player player = cast.salesperson();
        Viewer viewer = player.viewer();
        ContactId jonas = talks.contactOf(viewer, "Jonas", "Reiter");
        happened.heardLongAgo(viewer, jonas);
        waysOn.choose(viewer, new ChooseWayOn(Ids.next(), jonas, null, Way.KEEP_IN_TOUCH, null, null, null, null));
        OfferScene.Story said = offers.complete(viewer);
        UUID offer = offers.accepted(said).value();
        Page page = maya.page();
        maya.signsIn(player.email(), Cast.PASSWORD).finds("/nurture");
        assertThat(page.locator("main")).containsText("This is the marketing hat’s list");
        assertThat(page.locator("main")).not().containsText("Jonas Reiter");
        press(page, AriaRole.BUTTON, "Put on the marketing hat");
        assertThat(page.locator("#queue")).containsText("Jonas Reiter");
        assertThat(page.locator("#queue")).containsText("It is time in their rhythm.");
        maya.findsItAccessible().scrollsOnlyDownwards().keepsAPicture("queue-390");
        press(page, AriaRole.LINK, "Touch");
        page.locator("label:has(input[name=kind][value=GREETING])").click();
        page.locator("#words").fill("How is the new hall?");
        maya.findsItAccessible().scrollsOnlyDownwards();
        press(page, AriaRole.BUTTON, "Note the touch");
        assertThat(page).hasURL(Pattern.compile(".*/nurture$"));
        assertThat(page.locator("main")).containsText("Nobody is waiting to hear from us");
        maya.findsItAccessible().scrollsOnlyDownwards().keepsAPicture("queue-empty-390");

        maya.finds("/offers/" + offer);
        assertThat(page.locator("main")).containsText("How does it go on?");
        page.locator("main a[href*='/way-on']").first().click();
        press(page, AriaRole.BUTTON, "So it goes on");
        assertThat(page.locator("#summary")).containsText("Choose one of the four ways on.");
        page.locator("label:has(input[name=way][value=STOP])").click();
        press(page, AriaRole.BUTTON, "So it goes on");
        assertThat(page.locator("#summary")).containsText("Say whose wish it was to stop.");
        maya.findsItAccessible().scrollsOnlyDownwards().keepsAPicture("way-on-390");
        page.locator("label:has(input[name=whoseWish][value=THEIRS])").click();
        press(page, AriaRole.BUTTON, "So it goes on");
        assertThat(page.locator("#stop")).containsText("They do not want to hear from us");
        assertThat(page.locator("#stop")).containsText("possible until");
        maya.findsItAccessible().scrollsOnlyDownwards().keepsAPicture("stop-390");
        press(page, AriaRole.BUTTON, "Undo the stop");
        assertThat(page.locator("#toasts")).containsText("They may hear from us again.");
        assertThat(page.locator("#stop")).hasCount(0);
        maya.finds("/contacts/" + said.helen().value() + "/way-on");
        assertThat(page.locator("main")).containsText("at their wish");
    }

    /** The switch, the colours and the words say the same. */
    private static void wears(Page page, String hat) {
        assertThat(page.locator("html")).hasAttribute("data-hat", hat);
        assertThat(page.locator(".side form.hat button[value=" + hat + "]")).hasAttribute("aria-pressed", "true");
        page.waitForLoadState(); // the keys are there once the scripts are
    }

    /** The library is everybody's: others' things may fit as well. */
    private static Locator suggested(Page page, String title) {
        return page.locator("#fitting li").filter(new Locator.FilterOptions().setHasText(title));
    }

    private static void press(Page page, AriaRole role, String name) {
        page.locator("main")
                .getByRole(role, new Locator.GetByRoleOptions().setName(name).setExact(true))
                .first()
                .click();
    }
}
