package org.attune.scenes;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.attune.Happened;
import org.attune.Somebody;
import org.attune.access.TeamId;
import org.attune.figures.FiguresAboutPeople;
import org.attune.figures.FiguresLevel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two people talk about conversations: one chooses which, both write down what comes of it. */
@BrowserTest
class OneToOneScenes {

    private final Cast cast;
    private final Somebody somebody;
    private final Happened happened;
    private final FiguresAboutPeople figures;

    OneToOneScenes(Cast cast, Somebody somebody, Happened happened, FiguresAboutPeople figures) {
        this.cast = cast;
        this.somebody = somebody;
        this.happened = happened;
        this.figures = figures;
    }

    @AfterEach
    void asItCameWithAttune() {
        settle(FiguresLevel.OWN_EYES);
    }

    @Test
    void onePersonChoosesBothWriteAndEachLookIsSeen(Visitor maya, Visitor ruth, Visitor tom) {
        TeamId north = somebody.aTeam();
        Cast.Player mayas = cast.salesperson(north);
        Cast.Player ruths = cast.manager(north);
        UUID talk = happened.spoke(mayas.viewer(), happened.met(mayas.viewer(), "Helen Brandt"), "they");
        String own = "/people/" + mayas.viewer().uuid() + "/one-to-one";

        Page hers = maya.isSignedIn(mayas.email(), Cast.PASSWORD).finds("/me").page();
        assertThat(hers.locator("section:has(#looks-title)")).containsText("No manager has looked at it.");
        hers.locator("select[name=conversation]").selectOption(talk.toString());
        press(hers, "Choose it");
        assertThat(hers.locator("#talks")).containsText("Helen Brandt");

        Page ruthsPage =
                ruth.isSignedIn(ruths.email(), Cast.PASSWORD).finds("/me").page();
        ruthsPage.locator("a[href^='" + own + "']").click();
        assertThat(ruthsPage.locator("section:has(#talks-title)")).containsText("Helen Brandt");
        ruthsPage.locator("#note-words").fill("You heard her out.");
        press(ruthsPage, "Write it down");
        assertThat(ruthsPage.locator(".onenote")).containsText("You heard her out.");
        ruthsPage.locator("#step-words").fill("Maya asks Helen what the board said");
        ruthsPage.locator("#step-due").fill(LocalDate.now().plusDays(7).toString());
        press(ruthsPage, "Agree on it");
        assertThat(ruthsPage.locator("#toasts")).containsText("You both see it.");
        ruthsPage.locator("section:has(#talks-title) a[href$='" + talk + "']").click();
        assertThat(ruthsPage.locator("h1")).containsText("Helen Brandt");

        maya.finds("/me");
        assertThat(hers.locator("section:has(#looks-title)"))
                .containsText(ruths.viewer().name() + ", ");
        hers.locator("a[href^='" + own + "']").click();
        assertThat(hers.locator("section:has(#looks-title)"))
                .containsText(ruths.viewer().name() + ", ");
        assertThat(hers.locator(".onenote")).containsText("You heard her out.");
        hers.locator(".promise button.tick").click();
        assertThat(hers.locator(".promise"))
                .containsText("Ticked by " + mayas.viewer().name());
        hers.locator("#note-words").fill("It was hard to be quiet.");
        press(hers, "Write it down");
        maya.scrollsOnlyDownwards().keepsAPicture("one-to-one");

        ruth.finds(own);
        assertThat(ruthsPage.locator("main")).containsText("It was hard to be quiet.");
        assertThat(ruthsPage.locator(".promise"))
                .containsText("Ticked by " + mayas.viewer().name());
        assertThat(ruthsPage.locator("main")).containsText("has not settled that managers see them");
        settle(FiguresLevel.OWN_EYES_AND_MANAGER);
        ruth.finds(own);
        assertThat(ruthsPage.locator("main")).not().containsText("none is shown here");
        settle(FiguresLevel.OFF);
        ruth.finds(own);
        assertThat(ruthsPage.locator("main")).containsText("has switched figures about people off");

        tom.isSignedIn(cast.manager(somebody.aTeam()).email(), Cast.PASSWORD);
        Assertions.assertThat(tom.gets(own)).isEqualTo(404);
    }

    private void settle(FiguresLevel level) {
        figures.settle(somebody.whoAdministers(), level, figures.current().number());
    }

    private static void press(Page page, String name) {
        page.locator("main")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }
}
