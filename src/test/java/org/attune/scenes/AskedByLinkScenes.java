package org.attune.scenes;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.util.Set;
import org.attune.conversations.ConversationScene;
import org.attune.conversations.TurnId;
import org.attune.needs.NeedId;
import org.attune.needs.NeedKind;
import org.attune.needs.Needs;
import org.attune.needs.NoteNeed;
import org.attune.needs.PersonRole;
import org.attune.outside.LinkKind;
import org.attune.outside.OldLinks;
import org.attune.people.ContactId;
import org.attune.platform.Ids;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Maya sums up what she understood and sends a link; Helen, on her phone and with no account, says that it is not quite that. */
@BrowserTest
class AskedByLinkScenes {

    private final Cast cast;
    private final ConversationScene scene;
    private final Needs needs;
    private final JdbcClient jdbc;

    AskedByLinkScenes(Cast cast, ConversationScene scene, Needs needs, JdbcClient jdbc) {
        this.cast = cast;
        this.scene = scene;
        this.needs = needs;
        this.jdbc = jdbc;
    }

    @Test
    void aSummaryIsSentAnsweredOnAPhoneAndComesBackToToday(Visitor maya, @OnAPhone Visitor helen) {
        Cast.Player player = cast.salesperson();
        ContactId contact = scene.contactOf(player.viewer(), "Helen", "Brandt");
        TurnId said = scene.heard(
                player.viewer(),
                scene.begun(player.viewer(), contact),
                contact,
                "The surcharges are on Petra’s list, and nobody else writes them down.");
        NeedId need = needs.note(
                player.viewer(),
                new NoteNeed(
                        new NeedId(Ids.next()),
                        said,
                        NeedKind.PROBLEM,
                        "Surcharges go unbilled",
                        null,
                        Set.of(PersonRole.HAS_PROBLEM)));
        Page page = maya.page();
        maya.isSignedIn(player.email(), Cast.PASSWORD).finds("/needs/" + need.value());

        page.getByText("Send them a summary").click();
        assertThat(page.locator("#summary-text"))
                .hasValue("You told us:\n“The surcharges are on Petra’s list, and nobody else writes them down.”");
        press(page, "Make the link");
        assertThat(page.locator("#toasts")).containsText("The link is ready.");
        maya.findsItAccessible().scrollsOnlyDownwards().keepsAPicture("playback-link-sent");
        String link = page.locator("input[type=url]").inputValue();

        helen.finds(URI.create(link).getPath());
        Page phone = helen.page();
        assertThat(phone.locator("h1")).hasText("Did we understand you right?");
        helen.findsItAccessible().scrollsOnlyDownwards().keepsAPicture("playback-asked-390");
        helen.inTheDark().keepsAPicture("playback-asked-390-dark");
        Page twice = helen.inAnotherTab().finds(URI.create(link).getPath()).page();
        press(phone, "Not quite");
        assertThat(phone.locator("main")).containsText("Tell us in a few words what is different.");
        phone.locator("#words").fill("It is rather the drivers.");
        press(phone, "Not quite");
        assertThat(phone.locator("h1")).hasText("Thank you, we have your answer");
        helen.findsItAccessible().scrollsOnlyDownwards().keepsAPicture("playback-thanks-390");
        twice.locator("#words").fill("Or the office.");
        press(twice, "Yes, that’s it");
        assertThat(twice.locator("h1")).hasText("Thank you, we have your answer");
        assertThat(twice.locator("main")).containsText("It was not sent. Copy it from here to keep it.");
        assertThat(twice.locator("main")).containsText("Or the office.");
        helen.opens(URI.create(link).getPath());
        assertThat(phone.locator("h1")).hasText("Thank you, we have your answer");
        String old = "old-" + Ids.next();
        OldLinks.expired(jdbc, LinkKind.PLAYBACK, player.viewer(), contact, need.value(), old);
        helen.opens("/p/" + old);
        assertThat(phone.locator("h1")).hasText("The time for this link is over");
        assertThat(phone.locator("form")).hasCount(0);
        helen.scrollsOnlyDownwards().keepsAPicture("playback-over-390");

        maya.finds("/");
        assertThat(page.locator("main")).containsText("answered: not quite");
        maya.finds("/needs/" + need.value());
        assertThat(page.locator("main")).containsText("It is rather the drivers.");
        assertThat(page.locator("main")).not().containsText("Or the office.");
        maya.findsItAccessible().keepsAPicture("playback-answered");
    }

    @Test
    void aPulseIsAskedForAndStandsBesideHealth(Visitor maya, @OnAPhone Visitor helen) {
        Cast.Player player = cast.salesperson();
        ContactId contact = scene.contactOf(player.viewer(), "Helen", "Brandt");
        for (int n = 0; n < 3; n++) {
            scene.heard(player.viewer(), scene.begun(player.viewer(), contact), contact, "It takes us nine days.");
        }
        Page page = maya.page();
        maya.isSignedIn(player.email(), Cast.PASSWORD).finds("/contacts/" + contact.value());
        press(page, "Ask how it is with us");
        String link = page.locator("#pulse-link").inputValue();

        helen.finds(URI.create(link).getPath());
        Page phone = helen.page();
        helen.findsItAccessible().scrollsOnlyDownwards().keepsAPicture("pulse-asked-390");
        helen.inTheDark().keepsAPicture("pulse-asked-390-dark");
        phone.locator("#heard-FULLY").check();
        phone.locator("#understood-MOSTLY").check();
        phone.locator("#answered-FULLY").check();
        phone.locator("#words").fill("You wait.");
        press(phone, "Send my answer");
        assertThat(phone.locator("h1")).hasText("Thank you, we have your answer");

        maya.finds("/contacts/" + contact.value());
        assertThat(page.locator("#pulse")).containsText("You wait.");
        assertThat(page.locator("#health")).containsText("Their pulse of");
        maya.findsItAccessible().scrollsOnlyDownwards().keepsAPicture("pulse-beside-health");
    }

    private static void press(Page page, String name) {
        page.locator("main")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true))
                .first()
                .click();
    }
}
