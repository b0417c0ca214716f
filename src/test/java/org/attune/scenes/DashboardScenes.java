package org.attune.scenes;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.assertj.core.api.Assertions;
import org.attune.Somebody;
import org.attune.access.TeamId;
import org.attune.access.Viewer;
import org.attune.offers.OfferScene;
import org.attune.people.ContactId;
import org.attune.platform.Ids;
import org.attune.promises.MakePromise;
import org.attune.promises.PromiseId;
import org.attune.promises.Promises;
import org.attune.promises.Side;
import org.junit.jupiter.api.Test;

/** A manager on Monday at nine: every dashboard there is, in light and dark, at a desk and on a phone, and without a mouse. */
@BrowserTest
class DashboardScenes {

    /** What is drawn leaves traces; an empty canvas has none. */
    private static final String EMPTY_CANVASES = """
            () => [...document.querySelectorAll('figure[data-chart] canvas')].filter((canvas) => {
              const { width, height } = canvas;
              return !width || !canvas.getContext('2d').getImageData(0, 0, width, height).data.some((v) => v > 0);
            }).length""";

    private final Cast cast;
    private final Somebody somebody;
    private final OfferScene offered;
    private final Promises promises;

    DashboardScenes(Cast cast, Somebody somebody, OfferScene offered, Promises promises) {
        this.cast = cast;
        this.somebody = somebody;
        this.offered = offered;
        this.promises = promises;
    }

    @Test
    void everyDashboardIsReadableInBothThemesAtADeskAndOnAPhone(Visitor ruth, @OnAPhone Visitor phone) {
        Cast.Player manager = aManagerWithSomethingToLookAt();
        List<String> refused = new ArrayList<>();
        ruth.page().onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                refused.add(message.text());
            }
        });
        ruth.signsIn(manager.email(), Cast.PASSWORD);
        phone.page()
                .context()
                .addCookies(ruth.page().context().cookies().stream().toList());

        List<String> dashboards = dashboards(ruth);
        for (String dashboard : dashboards) {
            looksAt(ruth, dashboard, "-1280");
            looksAt(phone, dashboard, "-390");
        }

        Assertions.assertThat(dashboards).hasSizeGreaterThan(1);
        Assertions.assertThat(refused).isEmpty();
    }

    @Test
    void theWayFromAFilterToTheRowsAndBackNeedsNoMouse(Visitor ruth) {
        ruth.signsIn(aManagerWithSomethingToLookAt().email(), Cast.PASSWORD);
        ruth.opens("/");
        Page page = ruth.page();
        page.keyboard().press("g");
        page.keyboard().press("d");
        assertThat(page.locator("h1")).hasText("Relationships and numbers");

        tabsTo(page, "a[href*='/dashboards/offers']");
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).hasText("On the table");
        tabsTo(page, "select[name=stage]");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("ArrowUp");
        tabsTo(page, ".filters button[type=submit]");
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*/dashboards/offers\\?.*stage=.*"));

        tabsTo(page, ".tile .big a");
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).hasText("Open offers");
        assertThat(page.locator("#rows tr")).hasCount(2);
        tabsTo(page, "main p a.btn");
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).hasText("On the table");
    }

    @Test
    void aChartIsTakenAwayAsAPicture(Visitor ruth) throws IOException {
        ruth.signsIn(aManagerWithSomethingToLookAt().email(), Cast.PASSWORD);
        ruth.opens("/dashboards/offers");
        Download picture = ruth.page()
                .waitForDownload(() -> ruth.page().locator("[data-png]").first().click());

        Assertions.assertThat(picture.suggestedFilename()).startsWith("attune-").endsWith(".png");
        BufferedImage image = ImageIO.read(picture.path().toFile());
        Assertions.assertThat(image.getWidth()).isGreaterThan(300);
    }

    private Cast.Player aManagerWithSomethingToLookAt() {
        TeamId north = somebody.aTeam();
        Viewer maya = somebody.whoSells(north);
        OfferScene.Story story = offered.complete(maya);
        offered.sent(story);
        offered.sent(offered.complete(maya));
        ContactId helen = story.helen();
        promises.make(
                maya,
                new MakePromise(
                        new PromiseId(Ids.next()),
                        helen,
                        Side.THEM,
                        null,
                        "The board meets; she will call",
                        LocalDate.now(maya.zone()).plusDays(9),
                        true,
                        null,
                        null));
        return cast.manager(north);
    }

    /** As its tabs say, so that none is left out. */
    private static List<String> dashboards(Visitor visitor) {
        visitor.finds("/dashboards");
        return visitor.page().locator(".dashtop .tabs a").all().stream()
                .map(tab -> tab.getAttribute("href"))
                .toList();
    }

    private static void looksAt(Visitor visitor, String dashboard, String width) {
        visitor.finds(dashboard).scrollsOnlyDownwards();
        Page page = visitor.page();
        if (page.locator("figure[data-chart] canvas").count() > 0) {
            assertThat(page.locator("figure[data-chart] .plot").first()).isVisible();
        }
        Assertions.assertThat(page.evaluate(EMPTY_CANVASES))
                .as("empty charts on %s", dashboard)
                .isEqualTo(0);
        String name = "dashboard-" + dashboard.replaceAll("\\?.*", "").replaceAll(".*/", "") + width;
        visitor.keepsAPicture(name).inTheDark().keepsAPicture(name + "-dark");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    }

    private static void tabsTo(Page page, String selector) {
        for (int presses = 0; presses < 80; presses++) {
            page.keyboard().press("Tab");
            if (Boolean.TRUE.equals(page.evaluate("selector => document.activeElement.matches(selector)", selector))) {
                return;
            }
        }
        Assertions.fail("Tab never comes to " + selector);
    }
}
