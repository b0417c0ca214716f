package org.attune.scenes;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.attune.Acquaintances;
import org.attune.Happened;
import org.attune.access.Viewer;
import org.attune.conversations.ConversationId;
import org.attune.conversations.ConversationScene;
import org.attune.conversations.Themes;
import org.attune.conversations.TurnId;
import org.attune.conversations.Visibility;
import org.attune.people.ContactDetails;
import org.attune.people.ContactId;
import org.attune.platform.Ids;
import org.attune.voice.Addressee;
import org.attune.voice.StatementScene;
import org.junit.jupiter.api.Test;

/** What customers say is listened to under both hats, put to those who decide, and told back; and whom they brought us. */
@BrowserTest
class VoiceScenes {

    private static final Instant LONG_AGO = Instant.now().minus(100, ChronoUnit.DAYS);
    private static final Instant LATELY = Instant.now().minus(9, ChronoUnit.DAYS);
    private static final String ASK_HELENA = "Ask Helena, the weighbridge tickets are hers alone.";
    private static final String NOT_HELENA = "Ask […], the weighbridge tickets are hers alone.";
    private static final String OUR_WORD = "Nobody here knows what your onboarding is.";

    private final Cast cast;
    private final Acquaintances acquaintances;
    private final ConversationScene talks;
    private final Happened happened;
    private final Themes themes;
    private final StatementScene statements;

    VoiceScenes(
            Cast cast,
            Acquaintances acquaintances,
            ConversationScene talks,
            Happened happened,
            Themes themes,
            StatementScene statements) {
        this.cast = cast;
        this.acquaintances = acquaintances;
        this.talks = talks;
        this.happened = happened;
        this.themes = themes;
        this.statements = statements;
    }

    @Test
    void aThemeRisesIsSortedAndTakenAlongUnderBothHatsWithTheKeysAlone(Visitor maya) throws IOException {
        Cast.Player player = cast.salesperson();
        String theme = rising(player.viewer());
        Page page = maya.page();
        Locator heard = page.locator(".quotes");
        maya.signsIn(player.email(), Cast.PASSWORD).finds("/voice");

        maya.tabsTo("select[name=company]");
        page.keyboard().press("ArrowDown");
        follows(maya, "form.filters button");
        Locator chosen = page.locator(".themes [aria-current]");
        assertThat(chosen).containsText(theme);
        assertThat(chosen).containsText("rising");
        assertThat(heard).containsText(ASK_HELENA);
        assertThat(heard).containsText("Helena Brandtner");
        maya.keepsAPicture("voice-sales");

        follows(maya, ".putto a[href*='/voice/themes/']");
        maya.tabsTo(".overtime summary");
        page.keyboard().press("Enter");
        assertThat(page.locator(".overtime tbody tr")).hasCount(12);
        assertThat(page.locator(".overtime tbody tr").last()).containsText("10");
        follows(maya, ".crumb a");

        follows(maya, "a[href*='/voice/sorting']");
        assertThat(page.locator(".guesses .primary")).containsText(theme);
        maya.findsItAccessible().keepsAPicture("voice-sorting");
        page.keyboard().press("y");
        assertThat(page.locator("#toasts")).containsText("It is about “" + theme + "”.");
        assertThat(page.locator("main")).containsText("Everything has a theme");
        follows(maya, ".empty a");
        assertThat(chosen).containsText("11");

        page.keyboard().press("h");
        assertThat(page.locator("html[data-hat=marketing]")).hasCount(1);
        page.waitForLoadState();
        assertThat(heard).containsText(NOT_HELENA);
        assertThat(page.locator("main")).not().containsText("Helena");
        maya.findsItAccessible().keepsAPicture("voice-marketing");
        maya.tabsTo("form[action='/voice/export'] button");
        Download taken = page.waitForDownload(() -> page.keyboard().press("Enter"));
        Assertions.assertThat(Files.readString(taken.path()))
                .contains(theme, NOT_HELENA)
                .doesNotContain("Helena");
    }

    /** Goes there with the tabulator, and on from there. */
    private static void follows(Visitor visitor, String selector) {
        visitor.tabsTo(selector);
        String before = visitor.page().url();
        visitor.page().keyboard().press("Enter");
        visitor.page().waitForURL(url -> !url.equals(before));
    }

    /** Heard ten times lately and twice before, while the rest was heard less; and once more, which nobody has sorted yet. */
    private String rising(Viewer viewer) {
        String own = Ids.next().toString().substring(24);
        ContactId helena = acquaintances.of(
                viewer, ContactDetails.named("Helena", "Brandtner").at("Brandtner " + own));
        ConversationId talk = talks.begun(viewer, helena);
        String theme = "weighbridge " + own;
        IntStream.range(1, 10)
                .mapToObj(tour -> "The weighbridge tickets of tour " + tour + " lie in the cab.")
                .forEach(words -> give(theme, viewer, talks.heard(viewer, talk, helena, words)));
        give(theme, viewer, talks.heard(viewer, talk, helena, ASK_HELENA));
        UUID before = happened.spoke(viewer, helena, "they");
        give("paper " + own, viewer, before, helena, LATELY, 5);
        give("paper " + own, viewer, before, helena, LONG_AGO, 15);
        give(theme, viewer, before, helena, LONG_AGO, 2);
        talks.heard(viewer, talk, helena, "And the weighbridge tickets of tour eleven lie in the cab, too.");
        return theme;
    }

    private void give(String theme, Viewer viewer, UUID talk, ContactId speaker, Instant at, int times) {
        IntStream.range(0, times)
                .mapToObj(n -> new TurnId(happened.heard(talk, speaker, at)))
                .forEach(turn -> give(theme, viewer, turn));
    }

    private void give(String theme, Viewer viewer, TurnId turn) {
        themes.add(viewer, turn, theme);
    }

    @Test
    void whatSheSaidIsPutToMarketingAnsweredAndToldBackToHer(Visitor maya, Visitor ruth) {
        Cast.Player player = cast.salesperson();
        Cast.Player answers = cast.salesperson();
        statements.answersFor(Addressee.MARKETING, answers.viewer());
        ContactId helen = acquaintances.of(player.viewer(), ContactDetails.named("Helen", "Brandt"));
        ConversationId talk = talks.begun(player.viewer(), Visibility.ALL, helen);
        TurnId said = talks.heard(player.viewer(), talk, helen, OUR_WORD);
        String sentence = "Our word onboarding says nothing to them, " + inLetters(Ids.next());
        Page page = maya.page();
        maya.signsIn(player.email(), Cast.PASSWORD).finds("/conversations/" + talk.value());
        page.locator("#t1 details.addm summary").click();
        page.locator("#t1 a[href='/voice/statements/new?turn=" + said.value() + "']")
                .click();
        page.locator("label:has(input[value=MARKETING])").click();
        page.locator("#words").fill(sentence);
        press(page, "Put it to them");
        assertThat(page.locator("h1")).hasText(sentence);
        assertThat(page.locator("main")).containsText("Nobody has answered yet.");

        Page theirs = ruth.page();
        ruth.signsIn(answers.email(), Cast.PASSWORD).finds("/voice");
        wears(theirs, "marketing");
        Locator waits = theirs.locator("main .tabs a").last();
        assertThat(waits).containsText("waiting for you");
        waits.click();
        theirs.locator(".chip", new Page.LocatorOptions().setHasText("Waits for you"))
                .click();
        ruth.findsItAccessible().keepsAPicture("statements-waiting");
        theirs.locator("#statements a", new Page.LocatorOptions().setHasText(sentence))
                .click();
        assertThat(theirs.locator("main")).containsText(OUR_WORD);
        assertThat(theirs.locator("main")).not().containsText("Helen");
        theirs.locator("label:has(input[value=WILL])").click();
        theirs.locator("#why").fill("We call it the first weeks now.");
        theirs.locator("#byWhen").fill(LocalDate.now().plusDays(14).toString());
        press(theirs, "Give this answer");
        assertThat(theirs.locator("#toasts")).containsText("It is answered.");
        ruth.findsItAccessible().scrollsOnlyDownwards().keepsAPicture("statement-answered");

        maya.finds("/");
        Locator reminder = page.locator("section[aria-labelledby=tell-title]");
        assertThat(reminder).containsText("Helen Brandt");
        assertThat(reminder).containsText(sentence);
        maya.keepsAPicture("today-to-tell");
        reminder.getByRole(AriaRole.BUTTON).click();
        assertThat(page.locator("#toasts")).containsText("It is promised");
        String statement = Dialogue.pathOf(page);
        Dialogue.begun(maya, helen).tells("We call it the first weeks now.").has(1, "the first weeks");
        maya.finds(statement);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Told already: Helen Brandt"))
                .click();
        page.locator("#where").selectOption(valueOf(page, "the first weeks"));
        press(page, "Note that they were told");
        assertThat(page.locator(".pagehead .chip.good")).containsText("Told");
        maya.findsItAccessible().keepsAPicture("statement-told");
        maya.finds("/");
        assertThat(page.locator("main")).not().containsText(sentence);
    }

    private static String valueOf(Page page, String option) {
        return page.locator("#where option", new Page.LocatorOptions().setHasText(option))
                .getAttribute("value");
    }

    private static void wears(Page page, String hat) {
        page.locator("button[name=hat][value=" + hat + "]:visible").click();
        assertThat(page.locator("html[data-hat=" + hat + "]")).hasCount(1);
    }

    @Test
    void whoBroughtWhomIsNotedThankedAndAskedOnAPhone(@OnAPhone Visitor maya) {
        Cast.Player player = cast.salesperson();
        Viewer viewer = player.viewer();
        ContactId helen = acquaintances.of(viewer, ContactDetails.named("Helen", "Brandt"));
        ContactId jonas = acquaintances.of(viewer, ContactDetails.named("Jonas", "Weber"));
        ContactId petra = acquaintances.of(viewer, ContactDetails.named("Petra", "Kuehn"));
        ContactId greta = acquaintances.of(viewer, ContactDetails.named("Greta", "Lindholm"));
        happened.isACustomerAndWell(happened.met(viewer, "Alan Mercer"));
        Page page = maya.page();
        maya.signsIn(player.email(), Cast.PASSWORD);
        brought(maya, helen, "Jonas Weber");
        assertThat(page.locator("#toasts")).containsText("The introduction is noted.");
        brought(maya, jonas, "Petra Kuehn");
        assertThat(page.locator("main .list")).containsText("Jonas Weber introduced Petra Kuehn");
        brought(maya, petra, "Helen Brandt");
        assertThat(page.locator("form [role=alert]")).containsText("Nobody brings whoever brought them to us.");
        assertThat(page.locator("#who")).hasValue("Helen Brandt");
        maya.findsItAccessible().scrollsOnlyDownwards().keepsAPicture("introduction-circle-390");

        maya.finds("/contacts/" + greta.value() + "/way-on");
        page.locator("label:has(input[value=KEEP_IN_TOUCH])").click();
        page.locator("label:has(input[value=YES])").click();
        press(page, "So it goes on");

        maya.finds("/introductions");
        assertThat(page.locator("section[aria-labelledby=would-title]")).containsText("Greta Lindholm");
        assertThat(page.locator("section[aria-labelledby=never-title]")).containsText("Alan Mercer");
        assertThat(page.locator("section[aria-labelledby=chains-title]"))
                .containsText(Pattern.compile("Helen Brandt\\s*Jonas Weber\\s*Petra Kuehn"));
        maya.findsItAccessible().scrollsOnlyDownwards().keepsAPicture("introductions-390");
        page.getByLabel("Thank Helen Brandt tomorrow for introducing Jonas Weber")
                .click();
        assertThat(page.locator("#toasts")).containsText("Helen Brandt is thanked tomorrow.");
        assertThat(page.locator("#introducers")).containsText("Thanks promised, tomorrow");

        maya.finds("/");
        page.getByLabel("Thank Helen for introducing Jonas Weber").click();
        assertThat(page.locator("#toasts")).containsText("kept");
        maya.finds("/introductions");
        wears(page, "marketing");
        assertThat(page.locator("#introducers .chip.good")).hasText("Thanked");
        maya.inTheDark().scrollsOnlyDownwards().keepsAPicture("introductions-390-dark");
    }

    private static void brought(Visitor visitor, ContactId who, String whom) {
        visitor.finds("/contacts/" + who.value() + "/introductions");
        visitor.page().locator("#who").fill(whom);
        press(visitor.page(), "Note the introduction");
    }

    /** As good as the id, and nothing that could be somebody's telephone number. */
    private static String inLetters(UUID id) {
        return id.toString()
                .chars()
                .map(sign -> Character.isDigit(sign) ? sign - '0' + 'g' : sign)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static void press(Page page, String name) {
        page.locator("main")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }
}
