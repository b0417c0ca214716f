package org.attune.scenes;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.regex.Pattern;
import org.attune.Acquaintances;
import org.attune.people.ContactDetails;
import org.attune.people.ContactId;
import org.junit.jupiter.api.Test;

/** One person with the same conversation in two tabs. */
@BrowserTest
class TwoTabsScenes {

    private final Cast cast;
    private final Acquaintances acquaintances;

    TwoTabsScenes(Cast cast, Acquaintances acquaintances) {
        this.cast = cast;
        this.acquaintances = acquaintances;
    }

    @Test
    void eachTabShowsTheTurnsOfTheOtherAndNoneIsLostOrDoubled(Visitor maya) {
        Dialogue one = talkOf(maya);
        Visitor beside = maya.inAnotherTab().opens(one.path());
        Dialogue two = new Dialogue(beside);
        assertThat(two.box()).isFocused();
        List<String> said =
                List.of("The first.", "The second.", "The third.", "The fourth.", "The fifth.", "The sixth.");
        for (int n = 0; n < said.size(); n += 2) {
            one.says(said.get(n));
            two.says(said.get(n + 1));
        }
        for (Dialogue tab : List.of(one, two)) {
            hasAll(tab, said);
        }
        maya.page().reload();
        hasAll(one, said);
    }

    @Test
    void whatIsTypedInOneTabDoesNotReplaceWhatIsTypedInTheOther(Visitor maya) {
        Dialogue one = talkOf(maya);
        Visitor beside = maya.inAnotherTab().opens(one.path());
        Dialogue two = new Dialogue(beside);
        types(maya, one, "What the first tab");
        types(beside, two, "? What the second tab asks");
        maya.page().reload();
        beside.page().reload();
        assertThat(one.box()).hasValue("What the first tab");
        assertThat(two.box()).hasValue("What the second tab asks");
        beside.page().keyboard().press("Enter");
        one.has(1, "What the second tab asks");
        maya.page().reload();
        assertThat(one.box()).hasValue("What the first tab");
    }

    @Test
    void whatAClosedTabLeftBehindIsOfferedToTheNextAndTakenFromNobody(Visitor maya) {
        Dialogue one = talkOf(maya);
        types(maya, one, "Still being written");
        Visitor beside = maya.inAnotherTab().opens(one.path());
        types(beside, new Dialogue(beside), "Left behind");
        beside.page().close();
        Dialogue next = new Dialogue(maya.inAnotherTab().opens(one.path()));
        assertThat(next.box()).hasValue("Left behind");
        maya.page().reload();
        assertThat(one.box()).hasValue("Still being written");
    }

    @Test
    void aNoteInEachTabIsOfferedBackToItsOwn(Visitor maya) {
        Dialogue one = talkOf(maya);
        Visitor beside = maya.inAnotherTab().opens(one.path() + "/notes");
        maya.opens(one.path() + "/notes");
        for (Visitor tab : List.of(maya, beside)) {
            tab.page().locator("#note").fill(tab == maya ? "jotted in the first" : "jotted in the second");
            assertThat(tab.page().locator("#kept")).containsText("Kept");
        }
        for (Visitor tab : List.of(maya, beside)) {
            tab.page().reload();
            tab.page().locator("[data-back]").click();
        }
        assertThat(maya.page().locator("#note")).hasValue("jotted in the first");
        assertThat(beside.page().locator("#note")).hasValue("jotted in the second");
    }

    private static void hasAll(Dialogue tab, List<String> said) {
        assertThat(tab.turns()).hasCount(said.size());
        for (String words : said) {
            assertThat(tab.turns().filter(new Locator.FilterOptions().setHasText(words)))
                    .hasCount(1);
        }
        tab.has(said.size(), "The ");
    }

    private static void types(Visitor tab, Dialogue talk, String words) {
        talk.box().pressSequentially(words);
        assertThat(tab.page().locator("#kept")).hasText(Pattern.compile("Kept \\d.*"));
    }

    private Dialogue talkOf(Visitor visitor) {
        Cast.Player player = cast.salesperson();
        ContactId helen = acquaintances.of(player.viewer(), ContactDetails.named("Helen", "Brandt"));
        visitor.isSignedIn(player.email(), Cast.PASSWORD);
        return Dialogue.begun(visitor, helen);
    }
}
