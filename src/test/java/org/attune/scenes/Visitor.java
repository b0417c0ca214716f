package org.attune.scenes;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.InstanceOfAssertFactories;

/** Somebody at a browser. */
final class Visitor {

    private static final Path SHOTS = Path.of("target", "shots");

    /** What decides how the frame around a page looks. */
    private static final String FRAME = """
            () => [document.querySelector("nav.side") != null, innerWidth, document.documentElement.lang,
              document.querySelector("[data-hat]")?.dataset.hat].join(" ")""";

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final Page page;
    private final Axe axe;
    private final Set<Object> knownFrames = new HashSet<>();

    Visitor(Page page) {
        this.page = page;
        this.axe = new Axe(page);
        page.setDefaultTimeout(15_000);
        page.setDefaultNavigationTimeout(45_000); // the first page of a cold server
        PlaywrightAssertions.setDefaultAssertionTimeout(15_000);
    }

    Page page() {
        return page;
    }

    Visitor opens(String path) {
        page.navigate(path);
        return this;
    }

    /** Opens a page that is there. */
    Visitor finds(String path) {
        Response answer = page.navigate(path);
        Assertions.assertThat(answer.status()).as(path).isEqualTo(200);
        return this;
    }

    /** Signs in through the door everybody uses. */
    Visitor signsIn(String email, String password) {
        page.navigate("/sign-in");
        page.locator("input[name=email], input[name=username]").first().fill(email);
        page.locator("input[name=password]").fill(password);
        page.locator("main button[type=submit], form button[type=submit]")
                .last()
                .click();
        assertThat(page).not().hasURL(Pattern.compile(".*/sign-in.*"));
        page.waitForLoadState(); // the keys are there once the scripts are
        return this;
    }

    /** Sends what the door sends and stays where they are: for scenes that are about what comes after. */
    Visitor isSignedIn(String email, String password) {
        Matcher token = TOKEN.matcher(reads("/sign-in"));
        Assertions.assertThat(token.find()).isTrue();
        FormData form = FormData.create()
                .set("_csrf", token.group(1))
                .set("email", email)
                .set("password", password);
        APIResponse answer = page.request()
                .post("/sign-in", RequestOptions.create().setForm(form).setMaxRedirects(0));
        Assertions.assertThat(answer.status()).as(email).isEqualTo(303);
        Assertions.assertThat(answer.headers().get("location")).as(email).doesNotContain("/sign-in");
        return this;
    }

    /** No finding of axe, in light and in dark. The frame is looked at once, in each way this visitor has it around a page. */
    Visitor findsItAccessible() {
        boolean knowsTheFrame = !knownFrames.add(page.evaluate(FRAME));
        looks(ColorScheme.LIGHT, knowsTheFrame, List.of());
        looks(ColorScheme.DARK, knowsTheFrame, Axe.OF_COLOURS);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        return this;
    }

    private void looks(ColorScheme scheme, boolean knowsTheFrame, List<String> rules) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        Assertions.assertThat(axe.finds(knowsTheFrame, rules))
                .as("%s in %s", page.url(), scheme)
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .isEmpty();
    }

    /** Nothing on the page is wider than what they look at. */
    Visitor scrollsOnlyDownwards() {
        Assertions.assertThat(page.evaluate("document.scrollingElement.scrollWidth - window.innerWidth"))
                .as("pixels beyond the edge of %s", page.url())
                .asInstanceOf(InstanceOfAssertFactories.INTEGER)
                .isLessThanOrEqualTo(0);
        return this;
    }

    /** Goes there with the tabulator alone. */
    Visitor tabsTo(String selector) {
        for (int presses = 0; presses < 80; presses++) {
            page.keyboard().press("Tab");
            if (Boolean.TRUE.equals(page.evaluate("selector => document.activeElement.matches(selector)", selector))) {
                return this;
            }
        }
        return Assertions.fail("Tab never comes to " + selector);
    }

    /** What their session was known by is gone, as after a night. */
    Visitor isForgotten() {
        page.context().clearCookies();
        return this;
    }

    /** The same person at the same machine, in another tab. */
    Visitor inAnotherTab() {
        return new Visitor(page.context().newPage());
    }

    /** What the server answers when they ask for this. */
    String reads(String path) {
        return page.request().get(path).text();
    }

    /** How the server answers when they ask for this. */
    int gets(String path) {
        return page.request()
                .get(path, RequestOptions.create().setMaxRedirects(0))
                .status();
    }

    /** Keeps a picture of the page under {@code target/shots}, where somebody wants to see them: {@code -Dattune.pictures}. */
    Visitor keepsAPicture(String name) {
        if (System.getProperty("attune.pictures") == null) {
            return this;
        }
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SHOTS.resolve(name + ".png"))
                .setFullPage(true));
        return this;
    }

    Visitor inTheDark() {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        return this;
    }
}
