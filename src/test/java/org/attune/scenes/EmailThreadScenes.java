package org.attune.scenes;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import org.attune.Acquaintances;
import org.attune.people.ContactDetails;
import org.attune.people.ContactId;
import org.junit.jupiter.api.Test;

/** A thread as a mail program puts it on the clipboard, from pasting to a need that was answered. */
@BrowserTest
class EmailThreadScenes {

    private static final String CLIPBOARD = """
            From: %1$s <%2$s>
            Date: Wed, 18 Nov 2026 08:05:41 +0100
            To: Helen Brandt <helen.brandt@kessler-rau.example>
            Cc: Petra Kühn <petra.kuehn@kessler-rau.example>
            Subject: Re: The month is long

            It reads them, back to the year of the flood.

            Whose desk would you begin with?

            On Tue, Nov 17, 2026 at 4:42 PM Helen Brandt <helen.brandt@kessler-rau.example> wrote:

            > Hello Maya,
            >
            > Two of my people retype every invoice from the dispatch system,
            > and that is what keeps the month open.
            >
            > Could your bridge read our old files as well?
            >
            > Best regards,
            > Helen
            >
            > On Mon, Nov 16, 2026 at 9:15 AM %1$s <%2$s> wrote:
            >> What happens between the fifth and the eleventh?

            From: "Brandt, Helen" <helen.brandt@kessler-rau.example>
            Date: Tue, 17 Nov 2026 16:42:10 +0100
            To: %1$s <%2$s>
            Subject: Re: The month is long

            Hello Maya,

            Two of my people retype every invoice from the dispatch system, and that is what keeps the month open.

            Could your bridge read our old files as well?

            Best regards,
            Helen
            Kessler & Rau Logistics

            From: Petra Kühn <petra.kuehn@kessler-rau.example>
            Date: Thu, 19 Nov 2026 07:30:00 +0100
            To: %1$s <%2$s>
            Subject: Re: The month is long

            Mine, please. I am the one with the drawer.

            > Whose desk would you begin with?
            """;

    private final Cast cast;
    private final Acquaintances acquaintances;

    EmailThreadScenes(Cast cast, Acquaintances acquaintances) {
        this.cast = cast;
        this.acquaintances = acquaintances;
    }

    @Test
    void aPastedThreadBecomesAConversationWithANeedAndItsAnswer(Visitor maya, @OnAPhone Visitor onThePhone) {
        Cast.Player player = cast.salesperson();
        ContactId helen = acquaintances.of(player.viewer(), ContactDetails.named("Helen", "Brandt"));
        ContactId petra = acquaintances.of(player.viewer(), ContactDetails.named("Petra", "Kühn"));
        maya.isSignedIn(player.email(), Cast.PASSWORD)
                .opens("/conversations/new?with=" + helen.value() + "&with=" + petra.value());
        Page page = maya.page();
        page.locator("#channel").selectOption("EMAIL");
        page.locator("textarea[name=note]")
                .fill(CLIPBOARD.formatted(player.viewer().name(), player.email()));
        page.locator("button[value=note]").click();
        page.locator("button[value=sort]").click();

        List<String> proposed = List.of(
                "We · asked · 16 Nov, 09:15",
                "Helen · heard · Word for word · 17 Nov, 16:42",
                "Helen · heard · Word for word · 17 Nov, 16:42",
                "We · responded · 18 Nov, 08:05",
                "We · asked · 18 Nov, 08:05",
                "Petra · heard · Word for word · 19 Nov, 07:30");
        maya.findsItAccessible().keepsAPicture("email-proposed");
        onThePhone.isSignedIn(player.email(), Cast.PASSWORD).opens(Dialogue.pathOf(page));
        onThePhone.scrollsOnlyDownwards().keepsAPicture("email-proposed-phone");
        Locator said = page.locator(".prop").filter(new Locator.FilterOptions().setHasNotText("Left out"));
        assertThat(said).hasCount(proposed.size());
        page.locator("form[action$='/proposals'] button").click();
        assertThat(page.locator("#jo + .meta")).containsText("6 of 6 confirmed");
        for (int n = 0; n < proposed.size(); n++) {
            assertThat(said.nth(n).locator(".meta")).containsText(proposed.get(n));
        }

        page.locator(".talk-head .actions a").first().click();
        Dialogue talk = new Dialogue(maya);
        assertThat(talk.turns()).hasCount(6);
        talk.has(2, "Two of my people retype every invoice").has(2, "17 Nov").has(4, "18 Nov");
        assertThat(talk.turn(1).locator(".refs")).containsText("answered in 2");
        assertThat(talk.turn(4).locator(".refs")).containsText("answers 3");
        maya.findsItAccessible().keepsAPicture("email-conversation");
        String conversation = talk.path();
        onThePhone.opens(conversation).scrollsOnlyDownwards().keepsAPicture("email-conversation-phone");

        NeedPage need = talk.notesNeed(2, "Invoices are typed twice", "has the problem");
        need.isAbout("Could your bridge read our old files as well?");
        need.belongsAlsoTo("Petra Kühn", "feels it too");
        maya.opens("/needs/" + need.id() + "/readiness");
        assertThat(page.locator("ul.rules").first().locator("li")).hasCount(3);
        assertThat(page.locator("ul.rules").first().locator(".miss")).hasCount(0);
    }
}
