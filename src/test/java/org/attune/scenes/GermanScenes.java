package org.attune.scenes;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Pattern;
import org.attune.offers.OfferId;
import org.attune.offers.OfferScene;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody whose house speaks English takes German instead, and goes through their day. */
@BrowserTest
class GermanScenes {

    private final Cast cast;
    private final OfferScene story;
    private final JdbcClient jdbc;

    GermanScenes(Cast cast, OfferScene story, JdbcClient jdbc) {
        this.cast = cast;
        this.story = story;
        this.jdbc = jdbc;
    }

    @Test
    void aDayInGerman(Visitor maya) {
        Cast.Player player = cast.salesperson();
        OfferScene.Story said = story.complete(player.viewer());
        maya.isSignedIn(player.email(), Cast.PASSWORD).opens("/preferences");
        Page page = maya.page();
        page.locator("#language").selectOption("GERMAN");
        page.locator("#region").selectOption("DE");
        page.locator("form[action$='/preferences'] button[type=submit]").click();
        assertThat(page.locator("#toasts")).containsText("Gespeichert.");
        assertThat(page.locator("html")).hasAttribute("lang", "de");
        maya.findsItAccessible().keepsAPicture("german-preferences");

        maya.opens("/").findsItAccessible().keepsAPicture("german-today");
        assertThat(page.locator("nav.side")).containsText("Abmelden");

        Dialogue talk = Dialogue.begun(maya, said.helen());
        page.keyboard().press("Alt+1");
        talk.box().fill("Der Monatsabschluss dauert elf Tage.");
        page.keyboard().press("Enter");
        talk.has(1, "Der Monatsabschluss dauert elf Tage.");
        maya.findsItAccessible().keepsAPicture("german-conversation");

        maya.opens("/contacts/" + said.helen().value() + "/offers/new");
        page.locator("#title").fill("Erfassung für 31 Fahrer");
        page.locator("#scope").fill("Ein Versuch mit drei Fahrern, dann alle.");
        page.locator("#once").fill("9,600");
        page.locator("#currency").selectOption("EUR");
        page.locator("#senseForUs").fill("Vier Spediteure führen dieselbe Liste.");
        page.locator("form.formp > .row button[type=submit]").click();
        assertThat(page.locator("#once-error")).containsText("Das kann 9600 oder 9,60 heißen.");
        maya.findsItAccessible().keepsAPicture("german-offer-ambiguous");
        page.locator("#once").fill("9.600,50");
        page.locator("form.formp > .row button[type=submit]").click();
        assertThat(page.locator("h1")).hasText("Erfassung für 31 Fahrer");
        assertThat(page.locator("main")).containsText(Pattern.compile("9\\.600,50\\s€"));
        maya.findsItAccessible().keepsAPicture("german-offer");
    }

    @Test
    void everyPageFitsAPhoneInGerman(@OnAPhone Visitor maya) {
        Cast.Player player = german(cast.salesperson());
        OfferScene.Story said = story.complete(player.viewer());
        OfferId offer = story.sent(said);
        maya.isSignedIn(player.email(), Cast.PASSWORD);
        int pages = 0;
        for (String path : Places.of(said, offer)) {
            maya.finds(path).scrollsOnlyDownwards().keepsAPicture("german-phone-" + ++pages);
        }
    }

    @Test
    void theHouseFitsAPhoneInGerman(@OnAPhone Visitor admin) {
        Cast.Player player = german(cast.admin());
        admin.isSignedIn(player.email(), Cast.PASSWORD);
        for (String path : List.of(
                "/admin/stages",
                "/admin/stages/deciding",
                "/admin/stage-draft",
                "/admin/stage-versions/1",
                "/admin/people",
                "/admin/people/new",
                "/admin/teams",
                "/admin/sign-in",
                "/admin/gate",
                "/admin/audit",
                "/admin/erasure",
                "/import")) {
            admin.finds(path).scrollsOnlyDownwards().keepsAPicture("german-phone" + path.replace('/', '-'));
        }
    }

    private Cast.Player german(Cast.Player player) {
        jdbc.sql("update app_user set locale = 'de-DE' where id = :id")
                .param("id", player.viewer().uuid())
                .update();
        return player;
    }
}
