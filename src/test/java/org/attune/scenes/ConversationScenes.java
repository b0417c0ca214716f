package org.attune.scenes;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.attune.Acquaintances;
import org.attune.people.ContactDetails;
import org.attune.people.ContactId;
import org.junit.jupiter.api.Test;

/** A conversation from its first sentence to its end, as whoever had it writes it down. */
@BrowserTest
class ConversationScenes {

    private static final String RETYPED = "Two of my people retype every invoice from the dispatch system.";

    private static final String HOUSE = "Kessler & Rau Logistics";

    private final Cast cast;
    private final Acquaintances acquaintances;

    ConversationScenes(Cast cast, Acquaintances acquaintances) {
        this.cast = cast;
        this.acquaintances = acquaintances;
    }

    @Test
    void aGreetingBecomesAConversationInWhichTheyAskToBuy(Visitor maya) {
        Cast.Player player = cast.salesperson();
        ContactId helen = acquaintances.of(
                player.viewer(), ContactDetails.named("Helen", "Brandt").at(HOUSE));
        acquaintances.of(player.viewer(), ContactDetails.named("Petra", "Kühn").at(HOUSE));
        maya.isSignedIn(player.email(), Cast.PASSWORD);
        Dialogue talk = Dialogue.begun(maya, helen);
        String conversation = talk.path();
        Page page = maya.page();
        assertThat(page.locator("#begun h2")).hasText("How did Helen begin?");
        assertThat(page.locator("input[name=move][value=respond]")).hasAttribute("data-locked", "true");
        maya.keepsAPicture("conversation-begun");

        talk.tells("Good morning. You wrote that the month is long.").has(1, "We told");
        talk.hears("We close the month on the eleventh. It used to be the fifth.")
                .has(2, "We close the month");
        talk.asks("What happens between the fifth and the eleventh?").has(3, "We asked");
        talk.hears(RETYPED).has(4, RETYPED);
        assertThat(talk.turn(3).locator(".refs")).containsText("answered in 4");
        assertThat(page.locator("#balance .figure")).containsText("%");
        talk.responds("Then let us look at the retyping together.").has(5, "We responded");
        talk.hears("That would help. I would start with Petra’s desk.").has(6, "That would help");
        assertThat(talk.readiness()).hasJSProperty("open", false);
        maya.findsItAccessible().keepsAPicture("conversation-flow");

        maya.opens("/contacts/" + helen.value() + "/offers/new");
        assertThat(page.locator(".note h2").first()).hasText("No need was heard yet");
        maya.opens(conversation);
        NeedPage need = talk.notesNeed(4, "Invoices are typed twice", "has the problem");
        maya.opens("/contacts/" + helen.value() + "/offers/new");
        assertThat(page.locator("main")).containsText("An offer needs something to stand on.");
        assertThat(page.locator("main")).containsText("Not known yet. Only they can say it.");
        maya.findsItAccessible().keepsAPicture("gate-closed");

        maya.opens(conversation);
        talk.asks("So the retyping is what keeps the month open. Is that it?").has(7, "Is that it?");
        talk.hears("Yes, that is it. It costs us two thousand a month in overtime.")
                .has(8, "two thousand");
        talk.hears("I free Petra on Mondays, you build the bridge. Agreed. What would it cost?")
                .has(9, "Agreed");
        talk.marks(9, "Asked for an offer");
        maya.opens(conversation);
        assertThat(talk.readiness().first()).hasJSProperty("open", true);
        maya.keepsAPicture("conversation-asked");

        maya.opens("/contacts/" + helen.value() + "/offers/new");
        page.locator("a[href*='/needs/']").first().click();
        need.isOf("Invoices are typed twice");
        need.isAbout("Yes, that is it.").isAbout("I free Petra on Mondays");
        need.wasPlayedBack("The retyping keeps the month open.", "Yes, that is it.");
        need.costs("2000", "a month", "two thousand a month");
        need.wasSolvedBy("Petra is free on Mondays.", "We build the bridge.", "I free Petra on Mondays");
        need.belongsAlsoTo("Petra Kühn", "decides");
        maya.findsItAccessible().keepsAPicture("need");

        maya.opens("/contacts/" + helen.value() + "/offers/new");
        assertThat(page.locator("form.formp button[type=submit]")).hasText("Record the offer");
        maya.findsItAccessible().keepsAPicture("gate-open");

        maya.opens(conversation);
        assertThat(talk.box()).isFocused();
        talk.closes(
                "Asked to buy",
                "Send Helen the offer",
                LocalDate.now().plusDays(2).toString(),
                "Keep talking");
        maya.opens(conversation);
        assertThat(page.locator(".ended")).containsText("They asked to buy on");
        maya.findsItAccessible().keepsAPicture("conversation-closed");
    }

    @Test
    void theQuestionBehindWhatWasHeardStandsOneKeyAway(Visitor maya) {
        Cast.Player player = cast.salesperson();
        ContactId helen = acquaintances.of(player.viewer(), ContactDetails.named("Helen", "Brandt"));
        maya.isSignedIn(player.email(), Cast.PASSWORD);
        Dialogue talk = Dialogue.begun(maya, helen);
        talk.hears(RETYPED).has(1, RETYPED);
        assertThat(maya.page().locator("#following [data-ask]").first()).isVisible();
        maya.page().keyboard().press("Alt+7");
        assertThat(talk.box()).not().hasValue("");
        maya.page().keyboard().press("Enter");
        talk.has(2, "We asked");
        assertThat(talk.turn(2).locator(".refs")).containsText("follows 1");
    }

    @Test
    void whatBrokeOffIsNotedWithOneKeyAndTakenUpAgain(Visitor maya) {
        Cast.Player player = cast.salesperson();
        ContactId helen = acquaintances.of(player.viewer(), ContactDetails.named("Helen", "Brandt"));
        maya.isSignedIn(player.email(), Cast.PASSWORD);
        Dialogue talk = Dialogue.begun(maya, helen);
        talk.hears(RETYPED).has(1, RETYPED);

        maya.page().keyboard().press("Alt+b");
        assertThat(maya.page().locator(".ended")).containsText("It broke off on");
        maya.page().locator(".toast button").click();
        assertThat(talk.box()).isVisible();
        assertThat(talk.turn(1)).containsText(RETYPED);
    }

    @Test
    void whatIsNoAnswerIsSaidWithOneKeyAndTakenBack(Visitor maya) {
        Cast.Player player = cast.salesperson();
        ContactId helen = acquaintances.of(player.viewer(), ContactDetails.named("Helen", "Brandt"));
        maya.isSignedIn(player.email(), Cast.PASSWORD);
        Dialogue talk = Dialogue.begun(maya, helen);
        talk.asks("What happens between the fifth and the eleventh?").has(1, "We asked");
        talk.hears("Before that, how are your children?").has(2, "how are your children?");
        assertThat(talk.turn(1).locator(".refs")).containsText("answered in 2");

        maya.page().keyboard().press("Alt+a");
        assertThat(talk.turn(1).locator(".refs")).not().containsText("answered in");
        assertThat(maya.page().locator(".toast")).containsText("Noted: that was no answer.");
        maya.page().locator("#toasts button").click();
        assertThat(talk.turn(1).locator(".refs")).containsText("answered in 2");

        talk.box().focus();
        maya.page().keyboard().press("Alt+ArrowUp");
        maya.page().keyboard().press("a");
        assertThat(talk.turn(1).locator(".refs")).not().containsText("answered in");
        maya.page().keyboard().press("?");
        assertThat(maya.page().locator("#keys")).containsText("It broke off");
        assertThat(maya.page().locator("#keys")).containsText("What was heard last is no answer");
    }

    @Test
    void anAnswerSomebodyElseWasGivenIsPointedOutAndAHunchNamesItsTurn(Visitor maya) {
        Cast.Player player = cast.salesperson();
        ContactId petra = acquaintances.of(player.viewer(), ContactDetails.named("Petra", "Kühn"));
        ContactId helen = acquaintances.of(player.viewer(), ContactDetails.named("Helen", "Brandt"));
        String answer =
                "Our bridge takes two weeks to set up, and " + petra.value() + " is happy with it since spring.";
        maya.isSignedIn(player.email(), Cast.PASSWORD);
        Page page = maya.page();
        answered(Dialogue.begun(maya, petra)).responds(answer).has(3, answer);

        Dialogue talk = answered(Dialogue.begun(maya, helen));
        page.locator("#hunch-words").fill("Let the drivers speak.");
        page.locator("#hunch-words").press("Enter");
        assertThat(page.locator(".block.hunch")).containsText("Let the drivers speak.");
        assertThat(talk.box()).isFocused(); // the keys are there once the scripts are
        page.keyboard().press("Alt+3");
        talk.box().pressSequentially(answer);
        assertThat(page.locator("#alike")).containsText("Nearly what Petra Kühn was told on");
        assertThat(page.locator("#alike a")).containsText(answer);
        maya.findsItAccessible().keepsAPicture("conversation-alike");
        page.keyboard().press("Enter");
        talk.has(3, answer);
        assertThat(page.locator("#alike")).not().containsText("Petra");
        assertThat(talk.turn(3).locator("details.alike summary")).hasText("Nearly the same was told to somebody else");

        page.keyboard().press("Alt+0");
        page.locator(".folds summary").first().click();
        page.getByText("They found it").click();
        page.locator(".in-turn select").selectOption(new SelectOption().setIndex(1));
        maya.findsItAccessible().keepsAPicture("closing-hunch");
        page.locator("label.choice input[value=CONTINUES]").check();
        page.locator("#next").fill("Send the comparison");
        page.locator("#due").fill(LocalDate.now().plusDays(2).toString());
        page.locator("label.choice input[value=KEEP_TALKING]").check();
        page.locator(".closebar button[type=submit]").click();
        assertThat(page.locator("li.settled")).containsText("Hunch: Let the drivers speak. They found it");
        maya.findsItAccessible().keepsAPicture("conversation-settled");
    }

    private static Dialogue answered(Dialogue talk) {
        return talk.asks("Since when is it like that?")
                .hears("Since the spring.")
                .has(2, "Since the spring.");
    }

    @Test
    void theDayIsPutRightAndWhatWasSaidMovesAlong(Visitor maya) {
        Cast.Player player = cast.salesperson();
        ContactId helen = acquaintances.of(player.viewer(), ContactDetails.named("Helen", "Brandt"));
        ContactId petra = acquaintances.of(player.viewer(), ContactDetails.named("Petra", "Kühn"));
        maya.isSignedIn(player.email(), Cast.PASSWORD);
        Dialogue talk = Dialogue.begun(maya, helen, petra);
        talk.says("h: " + RETYPED).has(1, RETYPED);
        Page page = maya.page();
        page.locator(".talk-head details.pop summary").click();
        page.locator(".talk-head .menu a[href$='/facts']").click();
        maya.findsItAccessible().keepsAPicture("conversation-facts");

        page.locator("#at").fill(LocalDate.now().minusDays(2) + "T09:30");
        page.locator("#minutes").fill("25");
        page.locator("form.formp button[type=submit]").click();
        assertThat(page.locator("#summary")).containsText("One turn was said that day and moves along");
        maya.keepsAPicture("conversation-facts-moves");
        page.locator("#moveTurns").check();
        page.locator("form.formp button[type=submit]").click();
        assertThat(page.locator(".talk-head")).containsText("25 minutes");
        assertThat(talk.turn(1)).containsText(RETYPED);

        maya.opens(talk.path() + "/participants");
        page.locator("button[aria-label='Petra Kühn was not there']").click();
        assertThat(page.locator(".talk-head h1")).hasText("Helen Brandt");
        page.locator(".toast button").click();
        assertThat(page.locator(".talk-head h1")).hasText("Helen Brandt, Petra Kühn");
    }

    @Test
    void twoCustomersSpeakInTheSameConversation(Visitor maya) {
        Cast.Player player = cast.salesperson();
        ContactId helen = acquaintances.of(player.viewer(), ContactDetails.named("Helen", "Brandt"));
        ContactId petra = acquaintances.of(player.viewer(), ContactDetails.named("Petra", "Kühn"));
        maya.isSignedIn(player.email(), Cast.PASSWORD);
        Dialogue talk = Dialogue.begun(maya, helen, petra);
        talk.says("h: The drivers phone the surcharges in.").has(1, "The drivers phone the surcharges in.");
        talk.says("p: And I write them on a list.").has(2, "And I write them on a list.");
        assertThat(talk.turn(1).locator(".who")).containsText("Helen");
        assertThat(talk.turn(2).locator(".who")).containsText("Petra");
        talk.asks("And when you are on holiday, Petra?").has(3, "We asked");
        maya.page().keyboard().press("Alt+5");
        maya.page().keyboard().press("Alt+5");
        talk.says("Then nobody does, and nobody bills them.").has(4, "Petra");
        assertThat(talk.turn(3).locator(".refs")).containsText("answered in 4");
        maya.findsItAccessible().keepsAPicture("conversation-two");
    }

    @Test
    void aPastedThreadIsSortedIntoTurnsAndConfirmed(Visitor maya) {
        Cast.Player player = cast.salesperson();
        ContactId helen = acquaintances.of(player.viewer(), ContactDetails.named("Helen", "Brandt"));
        maya.isSignedIn(player.email(), Cast.PASSWORD).opens("/conversations/new?with=" + helen.value());
        Page page = maya.page();
        page.locator("textarea[name=note]").fill("""
                Helen: We close the month on the eleventh.
                Us: What happens until then?
                Helen: Two of my people retype every invoice.""");
        page.locator("button[value=note]").click();
        assertThat(page.locator("#toasts")).containsText("Note kept.");
        page.locator("button[value=sort]").click();
        assertThat(page.locator(".prop")).hasCount(3);
        assertThat(page.locator("#jo + .meta")).containsText("0 of 3 confirmed");
        maya.findsItAccessible().keepsAPicture("notes-sorted");
        page.locator(".prop.now button[value=confirm]").click();
        assertThat(page.locator("#jo + .meta")).containsText("1 of 3 confirmed");
        page.locator("form[action$='/proposals'] button").click();
        assertThat(page.locator("#jo + .meta")).containsText("3 of 3 confirmed");
        page.locator(".talk-head .actions a").first().click();
        assertThat(page.locator("#turns li.turn")).hasCount(3);
        assertThat(page.locator("#t2")).containsText("We asked");
        assertThat(page).hasURL(Pattern.compile(".*/conversations/[0-9a-f-]+$"));
    }
}
