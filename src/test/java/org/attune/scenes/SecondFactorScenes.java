package org.attune.scenes;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.attune.access.CodeApp;
import org.junit.jupiter.api.Test;

/** A second factor from setting it up to the day the phone is lost. */
@BrowserTest
class SecondFactorScenes {

    private final Cast cast;

    SecondFactorScenes(Cast cast) {
        this.cast = cast;
    }

    @Test
    void anAppIsAskedForFromThenOnAndARecoveryCodeHelpsOnce(Visitor maya, @OnAPhone Visitor elsewhere, Visitor later) {
        Cast.Player player = cast.salesperson();
        maya.signsIn(player.email(), Cast.PASSWORD).opens("/preferences");
        Page page = maya.page();
        page.locator("a[href='/preferences/second-factor']").click();
        maya.findsItAccessible();
        page.locator("#password").fill(Cast.PASSWORD);
        page.keyboard().press("Enter");
        CodeApp app = CodeApp.toldBy(page.locator("#secret").innerText());
        maya.findsItAccessible().keepsAPicture("second-factor");
        maya.inTheDark().keepsAPicture("second-factor-dark");
        page.locator("#code").fill(app.code());
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).hasText("Keep these codes");
        maya.findsItAccessible().keepsAPicture("recovery-codes");
        String recovery = page.locator("#codes li").first().innerText();

        comesToTheThreshold(elsewhere, player);
        elsewhere.scrollsOnlyDownwards().findsItAccessible().keepsAPicture("code-phone");
        answers(elsewhere, app.sameAgain());
        assertThat(elsewhere.page().locator("#summary")).containsText("This code was used already.");
        answers(elsewhere, app.code());
        assertThat(elsewhere.page()).not().hasURL(Pattern.compile(".*/sign-in.*"));
        elsewhere.finds("/preferences/second-factor").scrollsOnlyDownwards().findsItAccessible();
        elsewhere.keepsAPicture("second-factor-on-phone");

        comesToTheThreshold(later, player);
        answers(later, recovery);
        assertThat(later.page()).not().hasURL(Pattern.compile(".*/sign-in.*"));
        later.isForgotten();
        comesToTheThreshold(later, player);
        answers(later, recovery);
        assertThat(later.page().locator("#summary")).containsText("This recovery code was used already.");
        later.findsItAccessible().keepsAPicture("code-refused");
    }

    private static void comesToTheThreshold(Visitor visitor, Cast.Player player) {
        visitor.opens("/sign-in");
        visitor.page().locator("input[name=email]").fill(player.email());
        visitor.page().locator("input[name=password]").fill(Cast.PASSWORD);
        visitor.page().keyboard().press("Enter");
        assertThat(visitor.page().locator("h1")).hasText("The code of your app");
    }

    private static void answers(Visitor visitor, String code) {
        visitor.page().locator("#code").fill(code);
        visitor.page().keyboard().press("Enter");
    }
}
