package org.attune.scenes;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.assertj.core.api.Assertions;
import org.attune.Somebody;
import org.attune.access.TeamId;
import org.attune.offers.OfferId;
import org.attune.offers.OfferScene;
import org.attune.platform.Ids;
import org.junit.jupiter.api.Test;

/** What an admin finds on the trail, and how somebody is forgotten. */
@BrowserTest
class AuditScenes {

    private final Cast cast;
    private final Somebody somebody;
    private final OfferScene story;

    AuditScenes(Cast cast, Somebody somebody, OfferScene story) {
        this.cast = cast;
        this.somebody = somebody;
        this.story = story;
    }

    @Test
    void anAdminFindsWhoChangedWhatAndWhatItWasBefore(Visitor ola) {
        Cast.Player admin = cast.admin();
        String name = "Northern lights " + Ids.next();
        ola.isSignedIn(admin.email(), Cast.PASSWORD).opens("/admin/teams");
        Page page = ola.page();
        page.locator("input[name=name]").last().fill(name);
        page.locator("form.formp button[type=submit]").click();
        page.locator(".side .nav a[href$='/admin/audit']").click();
        assertThat(page.locator("h1")).hasText("Audit");
        page.locator("select[name=who]").selectOption(admin.viewer().uuid().toString());
        page.locator("input[name=q]").fill("added team");
        page.locator("form.trailfind button[type=submit]").click();
        assertThat(page.locator("#trail > li")).hasCount(1);
        assertThat(page.locator("#trail > li").first())
                .containsText(admin.viewer().name() + " added a team.");
        assertThat(page.locator("#trail ins").last()).containsText(name);
        assertThat(page.locator("#trail .meta").first()).containsText(" · Chrome");
        ola.findsItAccessible().scrollsOnlyDownwards().keepsAPicture("audit");
        ola.inTheDark().keepsAPicture("audit-dark");
        Assertions.assertThat(page.waitForDownload(() -> page.getByRole(
                                        AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Export as a table"))
                                .click())
                        .suggestedFilename())
                .isEqualTo("attune-audit.csv");
        ola.opens("/admin/audit?who=" + admin.viewer().uuid());
        assertThat(page.locator("#trail > li").first())
                .containsText(admin.viewer().name() + " exported the audit.");
    }

    @Test
    void whoeverSeesAContactUnfoldsWhatWasChanged(Visitor maya) {
        Cast.Player player = cast.salesperson();
        OfferScene.Story said = story.complete(player.viewer());
        maya.isSignedIn(player.email(), Cast.PASSWORD)
                .opens("/contacts/" + said.helen().value() + "/edit");
        Page page = maya.page();
        page.locator("input[name=jobTitle]").fill("Head of dispatch");
        page.locator("form.formp button[type=submit], form.edit button[type=submit]")
                .last()
                .click();
        page.locator("details.history summary").click();
        assertThat(page.locator("details.history .changes ins").first()).containsText("Head of dispatch");
        maya.findsItAccessible().keepsAPicture("contact-history");
    }

    @Test
    void somebodyIsForgottenOnRequest(Visitor ola, Visitor maya) {
        Cast.Player seller = cast.salesperson();
        Cast.Player admin = cast.admin();
        OfferScene.Story said = story.complete(seller.viewer());
        OfferId offer = story.sent(said);
        String contact = said.helen().value().toString();
        ola.isSignedIn(admin.email(), Cast.PASSWORD).opens("/admin/erasure");
        Page page = ola.page();
        page.locator("input[name=who]").fill("/contacts/" + contact);
        page.locator(".findform button").click();
        assertThat(page.locator("main")).not().containsText("Brandt");
        page.locator("a[href$='" + contact + "']").click();
        assertThat(page.locator("main")).containsText("This cannot be undone");
        ola.findsItAccessible().keepsAPicture("erase");
        page.locator("input[name=name]").fill("Helena Brandt");
        page.locator("input[name=reason]").fill("Asked by letter of 19 Nov");
        page.locator("form.formp button[type=submit]").click();
        assertThat(page.locator("#summary")).containsText("not the name we know");
        page.locator("input[name=name]").fill("Helen Brandt");
        page.locator("form.formp button[type=submit]").click();
        assertThat(page.locator("#toasts")).containsText("Erased.");
        assertThat(page.locator(".trail > li").first()).containsText("Asked by letter of 19 Nov");
        ola.keepsAPicture("erasure");

        maya.isSignedIn(seller.email(), Cast.PASSWORD)
                .opens("/conversations/" + said.talk().value());
        assertThat(maya.page().locator("main")).containsText("[erased on request, ");
        assertThat(maya.page().locator("main")).containsText("The surcharges are on my list");
        maya.opens("/offers/" + offer.value());
        assertThat(maya.page().locator("h1")).not().containsText("erased");
        maya.findsItAccessible().keepsAPicture("offer-erased").opens("/contacts/" + contact);
        assertThat(maya.page().locator("h1")).containsText("[erased on request, ");
        maya.findsItAccessible().keepsAPicture("contact-erased");
    }

    @Test
    void aSalespersonAndAManagerFindNoneOfIt(Visitor maya, Visitor tom) {
        TeamId team = somebody.aTeam();
        Cast.Player seller = cast.salesperson(team);
        OfferScene.Story said = story.begun(seller.viewer());
        maya.isSignedIn(seller.email(), Cast.PASSWORD).opens("/");
        assertThat(maya.page().locator(".side a[href$='/admin/audit']")).hasCount(0);
        tom.isSignedIn(cast.manager(team).email(), Cast.PASSWORD);
        for (String place : new String[] {
            "/admin/audit", "/admin/erasure", "/admin/erasure/" + said.helen().value(), "/admin/retention"
        }) {
            Assertions.assertThat(maya.gets(place)).as("%s for Maya", place).isEqualTo(404);
            Assertions.assertThat(tom.gets(place)).as("%s for Tom", place).isEqualTo(404);
        }
    }

    @Test
    void itFitsAPhone(@OnAPhone Visitor ola) {
        ola.isSignedIn(cast.admin().email(), Cast.PASSWORD);
        for (String place : new String[] {"/admin/audit", "/admin/erasure", "/admin/retention"}) {
            ola.finds(place).scrollsOnlyDownwards().keepsAPicture("phone" + place.replace('/', '-'));
        }
        ola.inTheDark().keepsAPicture("phone-retention-dark");
    }
}
