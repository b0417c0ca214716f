package org.attune.scenes;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.attune.JavaProcess;
import org.attune.TestDatabase;
import org.attune.WholeProcess;
import org.attune.platform.database.DatabaseLogin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The first visit to an Attune with nothing in it. It takes a whole application, so that there is one scene. */
class SetUpScenes {

    private static final JavaProcess ATTUNE = onAnEmptyDatabase();

    @RegisterExtension
    static final Visits VISITS = Visits.to(WholeProcess.portOf(ATTUNE));

    @AfterAll
    static void stop() {
        ATTUNE.close();
    }

    @Test
    void theCodeFromTheConsoleMakesTheFirstAdmin(Visitor anna, @OnAPhone Visitor onThePhone, Visitor later) {
        onThePhone.opens("/contacts");
        assertThat(onThePhone.page().locator("h1")).hasText("Let us set Attune up");
        onThePhone.scrollsOnlyDownwards().findsItAccessible().keepsAPicture("set-up-phone");

        anna.opens("/");
        assertThat(anna.page()).hasURL(Pattern.compile(".*/set-up$"));
        anna.keepsAPicture("set-up");
        fillsIn(anna.page(), "ABCD-EFGH-JKMN");
        isRefusedAndLosesNothing(anna);

        anna.page().locator("#code").fill(WholeProcess.codeOf(ATTUNE));
        anna.page().locator("#password").fill(Cast.PASSWORD);
        anna.page().locator("form.formp button[type=submit]").click();
        assertThat(anna.page()).hasURL(Pattern.compile(".*/admin/people$"));
        assertThat(anna.page().locator("main")).containsText("Anna Admin");
        anna.findsItAccessible().keepsAPicture("set-up-done");

        Assertions.assertThat(anna.gets("/set-up")).isEqualTo(404);
        Assertions.assertThat(onThePhone.gets("/set-up")).isEqualTo(404);
        later.signsIn("anna@nordwind.example", Cast.PASSWORD).finds("/contacts");
        later.page().locator(".side .nav a[href='/admin/people']").click();
        assertThat(later.page().locator("main")).containsText("Anna Admin");
    }

    private static void fillsIn(Page page, String code) {
        page.locator("#code").fill(code);
        page.locator("#organisation").fill("Nordwind");
        page.locator("#region").selectOption("NL");
        page.locator("#currency").selectOption("CHF");
        page.locator("#name").fill("Anna Admin");
        page.locator("#zone").selectOption("Europe/Amsterdam");
        page.locator("#email").fill("anna@nordwind.example");
        page.locator("#password").fill(Cast.PASSWORD);
        page.locator("#sells").check();
        page.locator("#team").fill("North");
        page.keyboard().press("Enter");
    }

    private static void isRefusedAndLosesNothing(Visitor anna) {
        Page page = anna.page();
        assertThat(page.locator("#summary")).containsText("This is not the code of the last start.");
        assertThat(page.locator("#summary")).isFocused();
        assertThat(page.locator("#code-error")).containsText("It is printed on the console.");
        assertThat(page.locator("#organisation")).hasValue("Nordwind");
        assertThat(page.locator("#region")).hasValue("NL");
        assertThat(page.locator("#currency")).hasValue("CHF");
        assertThat(page.locator("#name")).hasValue("Anna Admin");
        assertThat(page.locator("#zone")).hasValue("Europe/Amsterdam");
        assertThat(page.locator("#email")).hasValue("anna@nordwind.example");
        assertThat(page.locator("#sells")).isChecked();
        assertThat(page.locator("#team")).hasValue("North");
        assertThat(page.locator("#password-hint")).containsText("Type it once more.");
        anna.findsItAccessible().keepsAPicture("set-up-wrong-code");
    }

    private static JavaProcess onAnEmptyDatabase() {
        DatabaseLogin owner = TestDatabase.empty().owner();
        return WholeProcess.start(
                "--attune.database.url=" + owner.url(),
                "--attune.database.username=" + owner.username(),
                "--attune.database.password=" + owner.password());
    }
}
