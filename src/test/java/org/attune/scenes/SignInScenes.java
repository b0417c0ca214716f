package org.attune.scenes;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** In through the door, and out again. */
@BrowserTest
class SignInScenes {

    private static final String REFUSED = "E-mail and password do not belong together.";

    private final Cast cast;

    SignInScenes(Cast cast) {
        this.cast = cast;
    }

    @Test
    void aWrongPasswordAndAnUnknownPersonAreToldTheSame(Visitor visitor) {
        triesToSignIn(visitor, cast.salesperson().email(), "not the one they chose");
        assertThat(visitor.page().locator("#summary")).containsText(REFUSED);
        String toSomebody = visitor.page().locator("#summary").innerText();
        visitor.findsItAccessible();
        triesToSignIn(visitor, "nobody-here@attune.example", "not the one they chose");
        assertThat(visitor.page().locator("#summary")).hasText(toSomebody.replaceAll("\\s+", " "));
    }

    @Test
    void somebodyComesInAndLeaves(Visitor maya) {
        maya.signsIn(cast.salesperson().email(), Cast.PASSWORD).opens("/contacts");
        Page page = maya.page();
        assertThat(page.locator("h1")).hasText("Contacts");
        page.locator(".side details.me summary").click();
        page.locator(".side details.me form[action$='/sign-out'] button").click();
        assertThat(page.locator("[role=status]")).hasText("You are signed out.");
        maya.opens("/contacts");
        assertThat(page).hasURL(Pattern.compile(".*/sign-in\\?to=.*"));
    }

    @Test
    void whoeverWasAskedToSignInArrivesWhereTheyWereGoing(Visitor maya) {
        String email = cast.salesperson().email();
        maya.opens("/contacts/new");
        Page page = maya.page();
        page.locator("input[name=email]").fill(email);
        page.locator("input[name=password]").fill(Cast.PASSWORD);
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*/contacts/new$"));
    }

    private static void triesToSignIn(Visitor visitor, String email, String password) {
        visitor.opens("/sign-in");
        visitor.page().locator("input[name=email]").fill(email);
        visitor.page().locator("input[name=password]").fill(password);
        visitor.page().keyboard().press("Enter");
    }
}
