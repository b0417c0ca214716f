package org.attune.scenes;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.attune.conversations.ConversationScene;
import org.attune.offers.OfferScene;
import org.junit.jupiter.api.Test;

/** One story from the last words of a conversation to the day after, and what the team next door sees of it. */
@BrowserTest
class StoryScenes {

    private static final String REASON = "Petra says it holds, and Uwe wants it too.";

    private final Cast cast;
    private final OfferScene story;
    private final ConversationScene talks;

    StoryScenes(Cast cast, OfferScene story, ConversationScene talks) {
        this.cast = cast;
        this.story = story;
        this.talks = talks;
    }

    @Test
    void afterAYesAndTheSameAgainTodaySaysSoAndOnlyToThoseItConcerns(Visitor maya, Visitor ben, Visitor tom) {
        Cast.Player player = cast.salesperson();
        Cast.Player companion = cast.salesperson();
        OfferScene.Story said = story.complete(player.viewer());
        talks.companion(said.helen(), companion.viewer());
        String contact = "/contacts/" + said.helen().value();
        maya.isSignedIn(player.email(), Cast.PASSWORD)
                .opens("/conversations/" + said.talk().value());
        Page page = maya.page();
        new Dialogue(maya)
                .hears("The depot in Halle keeps the same list.")
                .has(9, "Halle")
                .closes("Asked to buy", "Send Helen the offer", in(2), "Keep talking");

        maya.opens(contact + "/offers/new");
        OfferPage.records(page, "Call capture for thirty-one drivers");
        page.locator("form[action$='/sending'] button").click();
        assertThat(page.locator("#toasts")).containsText("The offer is sent.");
        OfferPage.decides(page, "Yes", REASON);
        assertThat(page.locator("#toasts")).containsText("A yes.");
        String accepted = Dialogue.pathOf(page);
        page.locator("a[href$='/again']").click();
        page.locator("#answer").fill("Nothing has changed. The same again, for Halle.");
        page.locator("form.formp > .row button[type=submit]").click();
        assertThat(page.locator(".meta-row a[href='" + accepted + "']")).isVisible();
        String again = Dialogue.pathOf(page);

        ben.isSignedIn(companion.email(), Cast.PASSWORD);
        Dialogue bens = Dialogue.begun(ben, said.helen());
        bens.hears("Will it be you on the two Mondays?").has(1, "two Mondays");

        maya.opens("/");
        Locator since = part(page, "since-title");
        assertThat(since).containsText("Helen Brandt said yes");
        assertThat(since).containsText(REASON);
        assertThat(since).containsText(companion.viewer().name() + " heard Helen Brandt");
        assertThat(since).containsText("Will it be you on the two Mondays?");
        assertThat(part(page, "due-title")).containsText("Send Helen the offer");
        assertThat(part(page, "due-title").locator("a[href='" + contact + "']")).hasText("Helen Brandt");
        assertThat(part(page, "time-title")).containsText("Everybody was heard in time.");
        assertThat(part(page, "finish-title")).containsText("Every conversation is closed.");
        maya.findsItAccessible().keepsAPicture("today-afterwards");
        maya.inTheDark().keepsAPicture("today-afterwards-dark");
        since.locator("a[href='" + accepted + "']").click();
        assertThat(page.locator("h1")).hasText("Call capture for thirty-one drivers");

        tom.isSignedIn(cast.salesperson().email(), Cast.PASSWORD);
        seesNone(tom, List.of("/", "/contacts", "/offers", "/companies", "/import"));
        seesNone(tom, List.of("/search?q=Helen", "/search?q=Brandt", "/search?q=surcharges", "/search?q=Mondays"));
        seesNone(
                tom,
                List.of(
                        "/conversations/people?q=Brandt",
                        "/conversations/new?q=Brandt&with=" + said.helen().value()));
        seesNone(tom, List.of("/contacts/suggestions?introducedBy=Brandt", "/contacts/suggestions?introducedBy=Hel"));
        for (String path :
                List.of(contact, accepted, again, accepted + "/again", bens.path(), bens.path() + "/turns")) {
            Assertions.assertThat(maya.gets(path)).as("%s for Maya", path).isEqualTo(200);
            Assertions.assertThat(tom.gets(path)).as("%s for Tom", path).isEqualTo(404);
        }
    }

    private static void seesNone(Visitor tom, List<String> paths) {
        for (String path : paths) {
            Assertions.assertThat(tom.reads(path))
                    .as(path)
                    .doesNotContain("Helen Brandt", "Petra", "Halle", "unbilled", "thirty-one", "Mondays?");
        }
    }

    private static Locator part(Page page, String title) {
        return page.locator("section[aria-labelledby=" + title + "]");
    }

    private static String in(int days) {
        return LocalDate.now().plusDays(days).toString();
    }
}
