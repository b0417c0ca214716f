package org.attune.scenes;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.Media;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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

    /** An A4 sheet between its margins. */
    private static final int PAPER = 718;

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
        ruth.isSignedIn(manager.email(), Cast.PASSWORD);
        phone.page()
                .context()
                .addCookies(ruth.page().context().cookies().stream().toList());

        Set<String> drawn = new HashSet<>();
        for (String dashboard : dashboards(ruth)) {
            drawn.addAll(looksAt(ruth, dashboard, "-1280"));
            looksAt(phone, dashboard, "-390");
            printsWhatIsOpen(ruth.page());
        }

        Assertions.assertThat(drawn).contains("months");
        Assertions.assertThat(refused).isEmpty();
    }

    @Test
    void theWayFromAFilterToTheRowsAndBackNeedsNoMouse(Visitor ruth) {
        TeamId north = somebody.aTeam();
        Cast.Player manager = aManagerWithSomethingToLookAt(north);
        Viewer ben = somebody.whoSells(north);
        offered.sent(offered.complete(ben));
        ruth.isSignedIn(manager.email(), Cast.PASSWORD);
        ruth.opens("/");
        Page page = ruth.page();
        page.keyboard().press("g");
        page.keyboard().press("d");
        arrivesAt(page, "Relationships and numbers");

        ruth.tabsTo("a[href*='/dashboards/offers']");
        page.keyboard().press("Enter");
        arrivesAt(page, "On the table");
        assertThat(page.locator(".tile .big").first()).hasText("3");
        ruth.tabsTo("select[name=person]");
        page.keyboard().type(ben.name());
        ruth.tabsTo(".filters button[type=submit]");
        page.keyboard().press("Enter");
        isNarrowedTo(page, ben);

        ruth.tabsTo(".tile .big a");
        page.keyboard().press("Enter");
        arrivesAt(page, "Open offers");
        assertThat(page.locator("#rows tr")).hasCount(1);
        page.keyboard().press("j");
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*/offers/[-0-9a-f]{36}"));
        page.goBack();
        arrivesAt(page, "Open offers");
        ruth.tabsTo("main p a.btn");
        page.keyboard().press("Enter");
        isNarrowedTo(page, ben);
        page.goBack();
        page.goBack();
        isNarrowedTo(page, ben);
    }

    /** Keys only do something once the whole page is there. */
    private static void arrivesAt(Page page, String heading) {
        assertThat(page.locator("h1")).hasText(heading);
        page.waitForLoadState();
    }

    private static void isNarrowedTo(Page page, Viewer person) {
        assertThat(page).hasURL(Pattern.compile(".*/dashboards/offers\\?.*person=" + person.uuid() + ".*"));
        arrivesAt(page, "On the table");
        assertThat(page.locator("select[name=person]")).hasValue(person.uuid().toString());
        assertThat(page.locator(".tile .big").first()).hasText("1");
    }

    @Test
    void aChartIsTakenAwayAsAPicture(Visitor ruth) throws IOException {
        ruth.isSignedIn(aManagerWithSomethingToLookAt().email(), Cast.PASSWORD);
        ruth.opens("/dashboards/offers");
        Download picture = ruth.page()
                .waitForDownload(() -> ruth.page().locator("[data-png]").first().click());

        Assertions.assertThat(picture.suggestedFilename()).startsWith("attune-").endsWith(".png");
        BufferedImage image = ImageIO.read(picture.path().toFile());
        Assertions.assertThat(image.getWidth()).isGreaterThan(300);

        ruth.page().emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));
        Assertions.assertThat(Drawings.showTheirTables(ruth.page())).isNotEmpty();
    }

    private Cast.Player aManagerWithSomethingToLookAt() {
        return aManagerWithSomethingToLookAt(somebody.aTeam());
    }

    private Cast.Player aManagerWithSomethingToLookAt(TeamId north) {
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

    /** @return the charts on it that show something */
    private static List<String> looksAt(Visitor visitor, String dashboard, String width) {
        visitor.finds(dashboard).scrollsOnlyDownwards();
        Page page = visitor.page();
        if (page.locator("figure[data-chart] canvas").count() > 0) {
            assertThat(page.locator("figure[data-chart] .plot").first()).isVisible();
        }
        List<String> drawn = Drawings.showTheirTables(page);
        String name = "dashboard-" + dashboard.replaceAll("\\?.*", "").replaceAll(".*/", "") + width;
        visitor.keepsAPicture(name).inTheDark();
        Assertions.assertThat(Drawings.showTheirTables(page)).as("in the dark").isEqualTo(drawn);
        visitor.keepsAPicture(name + "-dark");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        return drawn;
    }

    /** From the dark onto paper, which is light. */
    private static void printsWhatIsOpen(Page page) {
        page.setViewportSize(PAPER, 1000);
        page.emulateMedia(
                new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK).setMedia(Media.PRINT));
        Drawings.showTheirTables(page);
        Drawings.fitOnPaper(page);
        page.emulateMedia(
                new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT).setMedia(Media.SCREEN));
        page.setViewportSize(1280, 860);
    }
}
