package org.attune.scenes;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.attune.access.OpenIdServer;
import org.junit.jupiter.api.Test;

/** In through the door of somebody else's house. */
@BrowserTest
class SingleSignOnScenes {

    private final Cast cast;

    SingleSignOnScenes(Cast cast) {
        this.cast = cast;
    }

    @Test
    void somebodySignsInElsewhereAndArrivesWhereTheyWereGoing(Visitor maya, @OnAPhone Visitor stranger) {
        comesBackAs(cast.salesperson().email());
        maya.opens("/contacts");
        maya.page().locator("a[href^='/single-sign-on']").click();
        assertThat(maya.page()).hasURL(Pattern.compile(".*/contacts$"));
        assertThat(maya.page().locator("h1")).hasText("Contacts");

        comesBackAs("stranger-" + UUID.randomUUID() + "@attune.example");
        stranger.opens("/sign-in");
        stranger.page().locator("a[href^='/single-sign-on']").click();
        assertThat(stranger.page().locator("[role=alert]")).containsText("An admin can invite you.");
        stranger.scrollsOnlyDownwards().findsItAccessible().keepsAPicture("single-sign-on-refused-phone");
    }

    private static void comesBackAs(String email) {
        OpenIdServer.running().willSay("subject-" + UUID.randomUUID(), Map.of("email", email, "email_verified", true));
    }
}
