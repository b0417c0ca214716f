package org.attune.scenes;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.attune.Acquaintances;
import org.attune.conversations.ConversationScene;
import org.attune.people.ContactDetails;
import org.attune.people.ContactId;
import org.junit.jupiter.api.Test;

/** What is typed survives: a closed tab, a lost connection, a session that ended, a second submit. */
@BrowserTest
class DraftScenes {

    private final Cast cast;
    private final Acquaintances acquaintances;
    private final ConversationScene talks;

    DraftScenes(Cast cast, Acquaintances acquaintances, ConversationScene talks) {
        this.cast = cast;
        this.acquaintances = acquaintances;
        this.talks = talks;
    }

    @Test
    void whatWasTypedIsThereAgainAfterTheTabWasClosed(Visitor maya) {
        Dialogue talk = talkOf(maya);
        talk.box().pressSequentially("We close the month on");
        assertThat(maya.page().locator("#kept")).hasText(Pattern.compile("Kept \\d.*"));
        maya.page().reload();
        assertThat(talk.box()).hasValue("We close the month on");
    }

    @Test
    void turnsTypedWithoutAConnectionWaitAndGoOutInOrder(Visitor maya) {
        Dialogue talk = talkOf(maya);
        talk.says("The first thing they said.").has(1, "The first thing");
        maya.page().context().setOffline(true);
        talk.says("The second thing they said.");
        talk.says("? The question that followed.");
        assertThat(talk.waiting()).containsText("2 on this device, not sent yet");
        assertThat(talk.turns()).hasCount(1);
        maya.keepsAPicture("conversation-offline");
        maya.page().context().setOffline(false);
        talk.has(2, "The second thing").has(3, "The question that followed.");
        assertThat(talk.waiting()).isHidden();
        assertThat(talk.turns()).hasCount(3);
    }

    @Test
    void turnsTypedAfterTheSessionEndedGoOutOnceSomebodySignedInElsewhere(Visitor maya) {
        Cast.Player player = cast.salesperson();
        Dialogue talk = talkOf(maya, player);
        talk.says("The first thing they said.").has(1, "The first thing");
        maya.isForgotten();
        talk.says("The second thing they said.");
        talk.says("And the third.");
        assertThat(talk.waiting()).containsText("2 on this device, not sent yet");
        maya.inAnotherTab().signsIn(player.email(), Cast.PASSWORD);
        maya.page().bringToFront();
        maya.page().evaluate("dispatchEvent(new Event('focus'))");
        talk.has(2, "The second thing they said.").has(3, "And the third.");
        assertThat(talk.waiting()).isHidden();
    }

    @Test
    void aFormThatMetAnEndedSessionOffersItsWordsBack(Visitor maya) {
        Cast.Player player = cast.salesperson();
        ContactId helen = helenOf(player);
        maya.isSignedIn(player.email(), Cast.PASSWORD).opens("/conversations/new?with=" + helen.value());
        Page page = maya.page();
        page.locator("textarea[name=note]").fill("A long note about the depot.");
        maya.isForgotten();
        page.locator("button[value=note]").click();
        assertThat(page.locator("input[name=password]")).isVisible();
        page.locator("input[name=email]").fill(player.email());
        page.locator("input[name=password]").fill(Cast.PASSWORD);
        page.keyboard().press("Enter");
        assertThat(page.locator("main")).containsText("A long note about the depot.");
        page.getByText("Send it now").click();
        assertThat(page.locator("#note")).hasValue("A long note about the depot.");
    }

    @Test
    void submittingTwiceWritesOneTurn(Visitor maya) {
        Dialogue talk = talkOf(maya);
        talk.box().pressSequentially("They said it once.");
        maya.page().evaluate("""
                () => { const form = document.querySelector('[data-composer]');
                        form.requestSubmit(); form.requestSubmit(); }""");
        talk.has(1, "They said it once.");
        maya.page().reload();
        assertThat(talk.turns()).hasCount(1);
    }

    @Test
    void twoPeopleInOneConversationSeeEachOthersTurns(Visitor maya, Visitor ben) {
        Cast.Player player = cast.salesperson();
        Cast.Player companion = cast.salesperson();
        ContactId helen = helenOf(player);
        talks.companion(helen, companion.viewer());
        maya.isSignedIn(player.email(), Cast.PASSWORD);
        Dialogue mayas = Dialogue.begun(maya, helen);
        mayas.says("What Maya heard.").has(1, "What Maya heard.");
        ben.isSignedIn(companion.email(), Cast.PASSWORD).opens(mayas.path());
        Dialogue bens = new Dialogue(ben);
        bens.has(1, "What Maya heard.");
        bens.says("What Ben heard.").has(2, "What Ben heard.");
        mayas.says("What Maya heard next.").has(2, "What Ben heard.").has(3, "What Maya heard next.");
        bens.has(3, "What Maya heard next.");
        assertThat(mayas.turns()).hasCount(3);
        assertThat(bens.turns()).hasCount(3);
    }

    private Dialogue talkOf(Visitor visitor) {
        return talkOf(visitor, cast.salesperson());
    }

    private Dialogue talkOf(Visitor visitor, Cast.Player player) {
        ContactId helen = helenOf(player);
        visitor.isSignedIn(player.email(), Cast.PASSWORD);
        return Dialogue.begun(visitor, helen);
    }

    private ContactId helenOf(Cast.Player player) {
        return acquaintances.of(player.viewer(), ContactDetails.named("Helen", "Brandt"));
    }
}
