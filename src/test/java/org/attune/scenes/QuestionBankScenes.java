package org.attune.scenes;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.attune.conversations.ConversationScene;
import org.attune.conversations.TendedThemes;
import org.attune.conversations.Themes;
import org.attune.conversations.TurnId;
import org.attune.people.ContactId;
import org.attune.platform.Ids;
import org.attune.questions.QuestionBank;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An admin puts the house's own questions into the bank and tidies up its themes; those who sell find both where they work. */
@BrowserTest
class QuestionBankScenes {

    private static final String BANK = "/admin/questions";
    private static final String THEMES = "/admin/themes";

    private final Cast cast;
    private final ConversationScene scene;
    private final QuestionBank bank;
    private final Themes themes;
    private final TendedThemes tended;
    private final List<UUID> added = new ArrayList<>();

    QuestionBankScenes(Cast cast, ConversationScene scene, QuestionBank bank, Themes themes, TendedThemes tended) {
        this.cast = cast;
        this.scene = scene;
        this.bank = bank;
        this.themes = themes;
        this.tended = tended;
    }

    @AfterEach
    void nobodyAsksThemAnyMore() {
        added.forEach(bank::retire);
    }

    @Test
    void aQuestionIsWrittenRetiredRestoredOrderedByKeysAndOfferedWhereItFollowsWhatWasHeard(
            Visitor admin, Visitor maya) {
        String words = "What would a month without it, say " + code() + ", be worth to you?";
        admin.isSignedIn(cast.admin().email(), Cast.PASSWORD).finds(BANK);
        Page page = admin.page();
        Locator one = written(page, words);

        press(one, AriaRole.BUTTON, "Retire “" + words + "”");
        assertThat(page.locator("#toasts")).containsText("No longer asked: “" + words + "”");
        assertThat(page.locator("#gap-cost")).not().containsText(words);
        Cast.Player player = cast.salesperson();
        maya.isSignedIn(player.email(), Cast.PASSWORD);
        Dialogue without = costIsHeard(maya, player);
        assertThat(offered(maya).first()).isVisible();
        assertThat(offered(maya, words)).hasCount(0);
        Assertions.assertThat(without.path()).startsWith("/conversations/");

        press(page.locator("main"), AriaRole.BUTTON, "Ask “" + words + "” again");
        assertThat(page.locator("#toasts")).containsText("Asked again: “" + words + "”");
        assertThat(page.locator("#gap-cost li").last()).containsText(words);
        toTheTop(page, one);
        admin.findsItAccessible().scrollsOnlyDownwards().keepsAPicture("questions");

        Dialogue dialogue = costIsHeard(maya, player);
        offered(maya, words).click();
        assertThat(dialogue.box()).hasValue(words);
        dialogue.box().press("Enter");
        dialogue.has(2, words);
        assertThat(offered(maya, words)).hasCount(0);
        page.reload();
        assertThat(one).containsText("asked once");
    }

    @Test
    void aQuestionThatClosesIsPointedOutAndWordedAnew(@OnAPhone Visitor admin) {
        String words = "Wouldn’t you agree that " + code() + " is too slow?";
        admin.isSignedIn(cast.admin().email(), Cast.PASSWORD).finds(BANK);
        Page page = admin.page();
        Locator one = written(page, words);
        assertThat(one.locator(".remark").first()).containsText("Can be answered with yes or no.");
        admin.findsItAccessible().scrollsOnlyDownwards().keepsAPicture("questions-390");

        one.locator(".said a").click();
        page.locator("#words").fill("How fast is " + code() + " for you?");
        press(page.locator("main"), AriaRole.BUTTON, "Keep the wording");
        assertThat(one).containsText("How fast is");
        assertThat(one.locator(".remark")).hasCount(0);
        one.locator(".said a").click();
        assertThat(page.locator("main")).containsText(words);
        admin.findsItAccessible().scrollsOnlyDownwards().keepsAPicture("question-390");
    }

    @Test
    void twoThemesAreMergedAfterALookAndComeApartAgain(Visitor admin, Visitor maya) {
        Cast.Player player = cast.salesperson();
        ContactId helen = scene.contactOf(player.viewer());
        TurnId heard = scene.heard(
                player.viewer(), scene.begun(player.viewer(), helen), helen, "We type it twice, Mrs Confidential.");
        String goes = "Typing " + code();
        String stays = "Reentry " + code();
        UUID typing = themes.add(player.viewer(), heard, goes).id();
        tended.make(cast.admin().viewer(), Ids.next(), stays);
        maya.isSignedIn(player.email(), Cast.PASSWORD);
        admin.isSignedIn(cast.admin().email(), Cast.PASSWORD).finds(THEMES);
        Page page = admin.page();
        page.getByLabel("Find a theme").fill(goes);
        press(page.locator("main"), AriaRole.BUTTON, "Find");
        press(page.locator("main"), AriaRole.LINK, goes);
        page.locator("#into").selectOption(new SelectOption().setLabel(stays));
        press(page.locator("main"), AriaRole.BUTTON, "See what it would do");
        assertThat(page.locator("#effect")).hasText("“" + goes + "” becomes part of “" + stays + "”");
        assertThat(page.locator("main")).containsText("1 turn carries “" + goes + "”");
        assertThat(page.locator("main")).containsText("no turn carries “" + stays + "”");
        assertThat(page.locator("main")).containsText("1 turn will carry “" + stays + "”");
        admin.findsItAccessible().keepsAPicture("themes-merging");

        press(page.locator("main"), AriaRole.BUTTON, "Merge them");
        assertThat(page.locator("h1")).hasText(stays);
        assertThat(page.locator("main")).containsText("“" + goes + "” became part of “" + stays + "”");
        assertThat(page.locator("main")).not().containsText("Confidential");
        admin.findsItAccessible().keepsAPicture("theme");
        String ofTheTurn = "/turns/" + heard.value() + "/themes";
        maya.finds(ofTheTurn);
        assertThat(chip(maya, stays)).isVisible();
        assertThat(chip(maya, goes)).hasCount(0);

        press(page.locator("main"), AriaRole.BUTTON, "Take it back");
        assertThat(page.locator("h1")).hasText(goes);
        Assertions.assertThat(tended.find(typing).isMerged()).isFalse();
        maya.finds(ofTheTurn);
        assertThat(chip(maya, goes)).isVisible();
        assertThat(chip(maya, stays)).hasCount(0);
    }

    @Test
    void whoIsNoAdminFindsNoneOfIt(Visitor admin, Visitor maya, Visitor ruth) {
        admin.isSignedIn(cast.admin().email(), Cast.PASSWORD).finds(BANK);
        String question = BANK + "/" + bank.all().get(0).id();
        UUID id = Ids.next();
        tended.make(cast.admin().viewer(), id, "Closed " + code());
        String theme = THEMES + "/" + id;
        maya.isSignedIn(cast.salesperson().email(), Cast.PASSWORD);
        ruth.isSignedIn(cast.manager().email(), Cast.PASSWORD);
        for (String path : List.of(BANK, question, THEMES, theme, theme + "/merge")) {
            Assertions.assertThat(admin.gets(path)).as(path).isEqualTo(200);
            Assertions.assertThat(maya.gets(path))
                    .as("%s for a salesperson", path)
                    .isEqualTo(404);
            Assertions.assertThat(ruth.gets(path)).as("%s for a manager", path).isEqualTo(404);
        }
    }

    /** @return it, in its place, wherever it is moved there */
    private Locator written(Page page, String words) {
        page.locator("#words").fill(words);
        page.locator("select[name=place]").selectOption("gap:cost");
        press(page.locator("#new"), AriaRole.BUTTON, "Add the question");
        assertThat(page.locator("#toasts")).containsText("Added: “" + words + "”");
        assertThat(page).hasURL(Pattern.compile(".*#q-.*"));
        String id = page.url().replaceFirst(".*#q-", "");
        added.add(UUID.fromString(id));
        return page.locator("#q-" + id);
    }

    /** By the arrow keys alone: whoever moves it goes on where they were. */
    private static void toTheTop(Page page, Locator one) {
        Locator grip = one.locator(".grip");
        for (int place = page.locator("#gap-cost li").count(); place > 1; place--) {
            assertThat(one).hasAttribute("data-place", String.valueOf(place));
            if (place == page.locator("#gap-cost li").count()) {
                grip.focus();
            }
            assertThat(grip).isFocused();
            page.keyboard().press("ArrowUp");
        }
        assertThat(one).hasAttribute("data-place", "1");
    }

    private Dialogue costIsHeard(Visitor maya, Cast.Player player) {
        Dialogue dialogue = Dialogue.begun(maya, scene.contactOf(player.viewer()));
        return dialogue.hears("It costs us two days a month.").has(1, "two days a month");
    }

    private static Locator offered(Visitor maya) {
        return maya.page().locator("#following [data-ask]");
    }

    private static Locator offered(Visitor maya, String words) {
        return offered(maya).filter(new Locator.FilterOptions().setHasText(words));
    }

    private static Locator chip(Visitor maya, String theme) {
        return maya.page().locator("button.chip").filter(new Locator.FilterOptions().setHasText(theme));
    }

    private static void press(Locator where, AriaRole role, String name) {
        where.getByRole(role, new Locator.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    /** Unlike any other: names that are much alike are pointed out. */
    private static String code() {
        return Ids.next().toString().substring(24);
    }
}
