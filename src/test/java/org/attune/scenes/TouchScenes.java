package org.attune.scenes;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.assertj.core.api.Assertions;
import org.attune.Acquaintances;
import org.attune.Happened;
import org.attune.access.Viewer;
import org.attune.mail.MailServer;
import org.attune.mail.Postbox;
import org.attune.people.ContactDetails;
import org.attune.people.ContactId;
import org.attune.people.EmailLine;
import org.attune.platform.Ids;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Something is sent that was asked for, and a few people hear from us in words of their own. */
@BrowserTest
class TouchScenes {

    private static final Pattern LINK = Pattern.compile("https://attune\\.example\\.org(/unwanted/[\\w-]+)");

    private final Cast cast;
    private final Happened happened;
    private final Acquaintances acquaintances;
    private final Postbox postbox;
    private MailServer server;

    TouchScenes(Cast cast, Happened happened, Acquaintances acquaintances, Postbox postbox) {
        this.cast = cast;
        this.happened = happened;
        this.acquaintances = acquaintances;
        this.postbox = postbox;
    }

    @BeforeEach
    void setAServer() {
        server = postbox.opens();
    }

    @AfterEach
    void takeItAway() {
        postbox.closes();
    }

    @Test
    void mayaSendsTheChecklistHelenAskedForAndHerAnswerOpensAConversation(Visitor maya, @OnAPhone Visitor helens) {
        Cast.Player player = cast.salesperson();
        String address = "helen-" + Ids.next() + "@brandt.example";
        ContactId helen = acquaintances.of(
                player.viewer(), ContactDetails.named("Helen", "Brandt").with(EmailLine.work(address)));
        UUID asked = happened.heard(happened.spoke(player.viewer(), helen, "they"), helen);
        maya.isSignedIn(player.email(), Cast.PASSWORD)
                .finds("/contacts/" + helen.value() + "/touches?kind=OTHER&asked=" + asked);
        maya.page().locator("#words").fill("Dear Helen,\n\nhere is the month-end checklist you asked for.");
        maya.page().locator("#send").check();
        maya.page().locator("#subject").fill("The month-end checklist");
        maya.findsItAccessible().scrollsOnlyDownwards().keepsAPicture("touch-letter");
        press(maya, "Note the touch");
        var letter = server.awaits(address, 1);
        Assertions.assertThat(MailServer.words(letter))
                .allSatisfy(words -> Assertions.assertThat(words).contains("month-end checklist"));

        maya.opens("/contacts/" + helen.value() + "/touches");
        maya.page().locator("ol.tl h3 a").first().click();
        maya.page().locator("label:has(input[value=GOOD])").click();
        maya.page().locator("#words").fill("Petra has printed it and put it on her wall.");
        press(maya, "Note how it landed");
        maya.findsItAccessible().scrollsOnlyDownwards().keepsAPicture("touch");
        press(maya, "Open the conversation");
        assertThat(maya.page()).hasURL(Pattern.compile(".*/conversations/.*"));
        assertThat(maya.page().locator("main")).containsText("Petra has printed it and put it on her wall.");

        helens.opens(linkIn(MailServer.words(letter).get(0)));
        assertThat(helens.page().locator("h1")).hasText("Do you want no more letters from us?");
        helens.findsItAccessible().scrollsOnlyDownwards().keepsAPicture("unwanted-390");
        press(helens, "No more letters");
        assertThat(helens.page().locator("h1")).hasText("No more letters come");
        assertThat(helens.page().locator("body")).not().containsText("Helen");
        maya.opens("/contacts/" + helen.value() + "/touches");
        assertThat(maya.page().locator("#new")).containsText("No letter can go out from here");
    }

    @Test
    void sevenPeopleAreGreetedAndFourTextsAreTheSame(Visitor maya) {
        Cast.Player player = cast.salesperson();
        List<ContactId> seven = seven(player.viewer());
        String with = seven.stream().map(one -> "with=" + one.value()).collect(Collectors.joining("&"));
        maya.isSignedIn(player.email(), Cast.PASSWORD).finds("/touches/new?" + with + "&q=Brandt");
        maya.findsItAccessible().scrollsOnlyDownwards().keepsAPicture("touches-pick");
        press(maya, "Write to each of them");
        List<String> own = List.of(
                "may the roof of the new hall hold, and the plums be as good as last year's.",
                "your fleet is one van larger, and I have not forgotten who drove the first.",
                "I hope the audit lets you sleep in January. You said it never does.");
        for (int n = 0; n < 7; n++) {
            var words = maya.page().locator("textarea[name='rows[" + n + "].words']");
            words.fill(words.inputValue() + (n < 3 ? own.get(n) : "a good new year to you and everybody there!"));
        }
        press(maya, "Note them");
        assertThat(maya.page().locator("#summary")).containsText("much the same words");
        assertThat(maya.page().getByText("Much the same as for")).hasCount(4);
        maya.findsItAccessible().scrollsOnlyDownwards().keepsAPicture("touches-same");
        press(maya, "Note them");
        assertThat(maya.page().locator("#summary")).containsText("Say that it is meant so");
        maya.page().locator("#sameAnyway").check();
        press(maya, "Note them");
        assertThat(maya.page().locator("h1")).hasText("To 7 people");
        assertThat(maya.page().locator("main")).containsText("Some got much the same words");
        maya.page().setViewportSize(390, 840);
        maya.findsItAccessible().scrollsOnlyDownwards().keepsAPicture("touches-noted-390");
    }

    private List<ContactId> seven(Viewer viewer) {
        List<ContactId> seven = new ArrayList<>();
        for (String name : List.of("Jonas", "Petra", "Ines", "Marek", "Greta", "Tom", "Claire")) {
            seven.add(acquaintances.of(viewer, ContactDetails.named(name, "Reiter")));
        }
        return seven;
    }

    private static String linkIn(String words) {
        return LINK.matcher(words)
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow();
    }

    private static void press(Visitor visitor, String name) {
        visitor.page()
                .getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }
}
