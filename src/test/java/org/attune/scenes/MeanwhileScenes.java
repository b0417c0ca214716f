package org.attune.scenes;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.util.Set;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.attune.Acquaintances;
import org.attune.people.Companies;
import org.attune.people.CompanyDetails;
import org.attune.people.CompanyId;
import org.attune.people.ContactDetails;
import org.attune.people.ContactId;
import org.attune.people.MergeContacts;
import org.attune.people.Merges;
import org.attune.platform.Ids;
import org.attune.promises.MakePromise;
import org.attune.promises.PromiseId;
import org.attune.promises.Promises;
import org.junit.jupiter.api.Test;

/** What happened while a page was open: the session ended, they signed in anew, or somebody was quicker. */
@BrowserTest
class MeanwhileScenes {

    private static final Pattern NOT_SENT = Pattern.compile("This is not sent yet");

    private final Cast cast;
    private final Acquaintances acquaintances;
    private final Companies companies;
    private final Promises promises;
    private final Merges merges;

    MeanwhileScenes(Cast cast, Acquaintances acquaintances, Companies companies, Promises promises, Merges merges) {
        this.cast = cast;
        this.acquaintances = acquaintances;
        this.companies = companies;
        this.promises = promises;
        this.merges = merges;
    }

    @Test
    void aTurnIsMarkedOnceAndNothingTypedIsLostAlthoughTheSessionEnded(Visitor maya) {
        Cast.Player player = cast.salesperson();
        Dialogue talk = begun(maya, player);
        talk.says("Who bills them?").has(1, "Who bills them?");
        talk.box().pressSequentially("Half a sentence");
        maya.isForgotten();

        marks(talk);
        assertThat(toast(maya)).containsText("You were signed out.");
        assertThat(talk.box()).hasValue("Half a sentence");
        assertThat(theirQuestion(talk)).hasCount(0);

        signsInElsewhere(maya, player);
        marks(talk);
        assertThat(toast(maya)).containsText("send it once more");
        assertThat(theirQuestion(talk)).hasCount(0);
        marks(talk);
        assertThat(theirQuestion(talk)).hasCount(1);
        assertThat(talk.box()).hasValue("Half a sentence");

        maya.page().reload();
        assertThat(talk.turns()).hasCount(1);
        assertThat(theirQuestion(talk)).hasCount(1);
        assertThat(talk.box()).hasValue("Half a sentence");
    }

    @Test
    void aTurnThatIsSentWithTheTokenOfAnOlderPageIsLoggedOnce(Visitor maya) {
        Cast.Player player = cast.salesperson();
        Dialogue talk = begun(maya, player);
        talk.says("The first thing they said.").has(1, "The first thing");
        maya.isForgotten();
        signsInElsewhere(maya, player);

        talk.says("The second thing they said.").has(2, "The second thing");
        assertThat(talk.waiting()).isHidden();

        maya.page().reload();
        assertThat(talk.turns()).hasCount(2);
    }

    @Test
    void aFormWithTheTokenOfAnOlderPageIsShownAndSentOnce(Visitor maya) {
        Cast.Player player = cast.salesperson();
        ContactId helen = helenOf(player);
        String promised = "/contacts/" + helen.value() + "/promises";
        maya.isSignedIn(player.email(), Cast.PASSWORD).opens(promised);
        Page page = maya.page();
        maya.isForgotten();
        signsInElsewhere(maya, player);

        page.locator("#words").fill("Send the list by Friday");
        page.locator("#due").fill(LocalDate.now().plusDays(3).toString());
        page.locator("form:has(#words) button[type=submit]").first().click();
        assertThat(page.locator("h1")).hasText(NOT_SENT);
        assertThat(page.locator("main")).containsText("Send the list by Friday");
        maya.findsItAccessible().scrollsOnlyDownwards().keepsAPicture("unsent");
        Assertions.assertThat(promises.ofContact(player.viewer(), helen).open()).isEmpty();

        page.keyboard().press("Enter"); // the button has the focus
        assertThat(page.locator("main")).containsText("Send the list by Friday");
        assertThat(page.locator("h1")).not().hasText(NOT_SENT);
        Assertions.assertThat(promises.ofContact(player.viewer(), helen).open()).hasSize(1);
    }

    @Test
    void undoingPastAnEndedSessionUndoesNothingAndLeadsBackToThePage(Visitor maya) {
        Cast.Player player = cast.salesperson();
        PromiseId promise = promisedBy(player);
        String page = keeps(maya, player, promise);
        maya.isForgotten();
        maya.page().getByRole(AriaRole.BUTTON, named("Undo")).click();
        assertThat(maya.page()).hasURL(Pattern.compile(".*/sign-in\\?to=.*"));
        maya.page().locator("input[name=email]").fill(player.email());
        maya.page().locator("input[name=password]").fill(Cast.PASSWORD);
        maya.page().keyboard().press("Enter");
        assertThat(maya.page()).hasURL(Pattern.compile(".*" + page + "$"));
        Assertions.assertThat(promises.find(player.viewer(), promise).isOpen()).isFalse();
    }

    @Test
    void undoingWhatSomebodyElseChangedSinceSaysSoOnThePage(Visitor maya) {
        Cast.Player player = cast.salesperson();
        PromiseId promise = promisedBy(player);
        String page = keeps(maya, player, promise);
        promises.reopen(player.viewer(), promise);
        maya.page().getByRole(AriaRole.BUTTON, named("Undo")).click();
        assertThat(toast(maya)).containsText("so nothing was done. This is how it stands now.");
        assertThat(maya.page()).hasURL(Pattern.compile(".*" + page + "$"));
        maya.findsItAccessible();
    }

    @Test
    void twoTextsAreComparedAndOneChosenByKeyboardAlone(Visitor maya) {
        Cast.Player player = cast.salesperson();
        CompanyId company = companies.add(
                player.viewer(),
                new CompanyId(Ids.next()),
                new CompanyDetails("Kessler " + Ids.next(), null, "Bremen"));
        String path = "/companies/" + company.value() + "/edit";
        maya.isSignedIn(player.email(), Cast.PASSWORD).opens(path);
        Visitor beside = maya.inAnotherTab().opens(path);
        Page page = maya.page();
        beside.page().locator("#city").fill("Hamburg-Altona");
        beside.page().keyboard().press("Enter");
        assertThat(beside.page().locator("main")).containsText("Hamburg-Altona");
        page.bringToFront();

        tabTo(page, "#city");
        page.keyboard().press("ControlOrMeta+a");
        page.keyboard().type("Bremerhaven");
        page.keyboard().press("Enter");
        assertThat(page.locator("#summary")).isFocused();
        assertThat(page.locator("#summary")).containsText("Someone changed this meanwhile");
        assertThat(page.locator("#summary .kept")).containsText("Hamburg-Altona");
        assertThat(page.locator("#city")).hasValue("Bremerhaven");
        maya.findsItAccessible().scrollsOnlyDownwards().keepsAPicture("stale-form");

        page.keyboard().press("Tab");
        assertThat(page.getByText("Keep what I wrote instead")).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.locator("main")).containsText("Bremerhaven");
        maya.opens(path);
        assertThat(page.locator("#city")).hasValue("Bremerhaven");
    }

    @Test
    void pagesThatOnlyARefusedFormShowsAreAccessible(Visitor maya) {
        Cast.Player player = cast.salesperson();
        ContactId helen = helenOf(player);
        ContactId kept = acquaintances.of(player.viewer(), ContactDetails.named("Helen", "Brandt-Olsen"));
        maya.isSignedIn(player.email(), Cast.PASSWORD).opens("/contacts/" + helen.value() + "/edit");
        Page page = maya.page();
        merges.merge(player.viewer(), new MergeContacts(Ids.next(), kept, helen, 0, 0, Set.of()));
        page.locator("#givenName").fill("Helena");
        page.keyboard().press("Enter");
        assertThat(page.locator("main")).containsText("part of Helen Brandt-Olsen now");
        maya.findsItAccessible().scrollsOnlyDownwards().keepsAPicture("moved");

        maya.opens("/contacts?stage=know");
        page.evaluate("""
                () => { const form = document.querySelector("form[action$='/contacts/views']");
                        form.noValidate = true; form.querySelector("[name=name]").value = ""; form.submit(); }""");
        assertThat(page.locator("#summary")).isVisible();
        maya.findsItAccessible().scrollsOnlyDownwards().keepsAPicture("view");
    }

    @Test
    void whatIsMissingBesideADialogueIsSaidThereOnThePhoneToo(Visitor maya) {
        Dialogue talk = begun(maya, cast.salesperson());
        Page page = maya.page();
        page.locator("details:has(#looked-words) summary").click();
        page.locator("#looked-words").fill("They bought two lorries");
        page.keyboard().press("Enter");
        assertThat(page.locator("#summary")).isFocused();
        assertThat(page.locator("#looked-source-error")).isVisible();
        assertThat(page.locator("#looked-words")).hasValue("They bought two lorries");
        maya.findsItAccessible().keepsAPicture("prepared-missing");
        page.setViewportSize(390, 844);
        assertThat(page.locator("#looked-source-error")).isVisible();
        maya.scrollsOnlyDownwards().keepsAPicture("phone-prepared-missing");
        page.locator("#looked-source").fill("The local paper");
        page.keyboard().press("Enter");
        assertThat(talk.box()).hasCount(1);
        assertThat(page.locator("#prep")).containsText("They bought two lorries");
    }

    private Dialogue begun(Visitor visitor, Cast.Player player) {
        ContactId helen = helenOf(player);
        visitor.isSignedIn(player.email(), Cast.PASSWORD);
        return Dialogue.begun(visitor, helen);
    }

    private ContactId helenOf(Cast.Player player) {
        return acquaintances.of(player.viewer(), ContactDetails.named("Helen", "Brandt"));
    }

    private PromiseId promisedBy(Cast.Player player) {
        PromiseId id = new PromiseId(Ids.next());
        promises.make(
                player.viewer(),
                MakePromise.ours(
                        id, helenOf(player), "Send the list", LocalDate.now().plusDays(3)));
        return id;
    }

    /** On the page of the contact's promises, whose address is handed back. */
    private String keeps(Visitor visitor, Cast.Player player, PromiseId promise) {
        String page =
                "/contacts/" + promises.find(player.viewer(), promise).contact().value() + "/promises";
        visitor.isSignedIn(player.email(), Cast.PASSWORD).opens(page);
        visitor.page()
                .locator("form[action*='" + promise.value() + "/outcomes'] button[value=KEPT]," + " form[action*='"
                        + promise.value() + "/outcomes']:has(input[value=KEPT]) button")
                .first()
                .click();
        assertThat(toast(visitor)).containsText("Promise kept.");
        return visitor.page().url().replaceFirst("^https?://[^/]+", "").replaceFirst("[?#].*", "");
    }

    private static void signsInElsewhere(Visitor visitor, Cast.Player player) {
        Visitor tab = visitor.inAnotherTab();
        tab.signsIn(player.email(), Cast.PASSWORD);
        tab.page().close();
        visitor.page().bringToFront();
    }

    private static void marks(Dialogue talk) {
        Locator menu = talk.turn(1).locator("details.addm");
        if (menu.getAttribute("open") == null) {
            menu.locator("summary").click();
        }
        menu.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Their question"))
                .click();
    }

    private static Locator theirQuestion(Dialogue talk) {
        return talk.turn(1).locator("button[aria-pressed=true]");
    }

    private static Locator toast(Visitor visitor) {
        return visitor.page().locator("#toasts");
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static void tabTo(Page page, String field) {
        for (int pressed = 0; pressed < 100; pressed++) {
            page.keyboard().press("Tab");
            if (Boolean.TRUE.equals(page.evaluate("css => document.activeElement.matches(css)", field))) {
                return;
            }
        }
        Assertions.fail("nobody gets to %s with Tab", field);
    }
}
