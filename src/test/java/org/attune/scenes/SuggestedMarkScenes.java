package org.attune.scenes;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.attune.access.Viewer;
import org.attune.conversations.CloseConversation;
import org.attune.conversations.ConversationId;
import org.attune.conversations.ConversationScene;
import org.attune.conversations.Conversations;
import org.attune.conversations.Outcome;
import org.attune.conversations.TurnId;
import org.attune.people.ContactId;
import org.junit.jupiter.api.Test;

/** Whoever had the conversation says to what Attune suggests: yes or no, each with one key. */
@BrowserTest
class SuggestedMarkScenes {

    private final Cast cast;
    private final ConversationScene scene;
    private final Conversations conversations;

    SuggestedMarkScenes(Cast cast, ConversationScene scene, Conversations conversations) {
        this.cast = cast;
        this.scene = scene;
        this.conversations = conversations;
    }

    @Test
    void eachIsAnsweredWithOneKeyAndTheNextOneIsThere(Visitor maya) {
        Cast.Player player = cast.salesperson();
        ContactId helen = scene.contactOf(player.viewer());
        ConversationId talk = withThreeToSay(player.viewer(), helen);
        ConversationId plain = withNone(player.viewer(), helen);
        maya.isSignedIn(player.email(), Cast.PASSWORD).finds("/conversations/" + talk.value() + "/listening");
        Page page = maya.page();
        Locator waiting = page.locator("#suggested [data-row]");
        assertThat(waiting).hasCount(3);
        maya.keepsAPicture("suggested-marks");

        page.keyboard().press("y");
        asksNext(page, "Does it play back what they said?", 2);
        page.keyboard().press("n");
        asksNext(page, "Does it push them?", 1);
        page.keyboard().press("Enter");
        assertThat(page.locator("#toasts")).containsText("Marked.");
        assertThat(page.locator("#suggested")).hasCount(0);

        page.waitForLoadState();
        maya.tabsTo("#toasts button");
        page.keyboard().press("Enter");
        asksNext(page, "Does it push them?", 1);
        page.keyboard().press("n");
        assertThat(page.locator("#toasts")).containsText("Not marked. It is not suggested again.");
        page.reload();
        assertThat(page.locator("#suggested")).hasCount(0);

        maya.finds("/conversations/" + plain.value() + "/listening");
        assertThat(page.locator("main")).containsText("Anything else to mark?");
        page.keyboard().press("d");
        assertThat(page.locator("#toasts")).containsText("It counts now.");
        assertThat(page.locator("main")).not().containsText("Anything else to mark?");
    }

    /** The one at the top is asked about, and its yes is under the fingers. */
    private static void asksNext(Page page, String question, int waiting) {
        assertThat(page.locator("#suggested [data-row]")).hasCount(waiting);
        Locator next = page.locator("#suggested [data-row]").first();
        assertThat(next).containsText(question);
        assertThat(next.locator("button[value=yes]")).isFocused();
        page.waitForLoadState();
    }

    private ConversationId withThreeToSay(Viewer maya, ContactId helen) {
        ConversationId talk = scene.begun(maya, helen);
        scene.heard(maya, talk, helen, "We close the month on the eleventh.");
        scene.asked(maya, talk, "What happens until then?");
        TurnId half = scene.heard(maya, talk, helen, "Half of it is lost. How do others do that?");
        scene.responded(maya, talk, "That makes sense. They bill from the van.", half);
        TurnId van = scene.heard(maya, talk, helen, "From the van.");
        scene.asked(maya, talk, "So you are saying they have no paper left?", van);
        scene.heard(maya, talk, helen, "None at all.");
        scene.told(maya, talk, "You should start this week.");
        closed(maya, talk);
        return talk;
    }

    private ConversationId withNone(Viewer maya, ContactId helen) {
        ConversationId plain = scene.begun(maya, helen);
        scene.heard(maya, plain, helen, "We bill by hand.");
        scene.told(maya, plain, "By hand.");
        closed(maya, plain);
        return plain;
    }

    private void closed(Viewer maya, ConversationId talk) {
        conversations.close(maya, new CloseConversation(talk, Outcome.GOODBYE, null, 20, true, false, true));
    }
}
