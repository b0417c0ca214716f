package org.attune.scenes;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.attune.Acquaintances;
import org.attune.fields.Fields;
import org.attune.people.ContactDetails;
import org.attune.people.ContactId;
import org.attune.platform.Ids;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An admin asks for something of their own, and whoever works with customers fills it in and finds people by it. */
@BrowserTest
class FieldScenes {

    private final Cast cast;
    private final Acquaintances acquaintances;
    private final Fields fields;
    private final String own = Ids.next().toString().substring(28);

    FieldScenes(Cast cast, Acquaintances acquaintances, Fields fields) {
        this.cast = cast;
        this.acquaintances = acquaintances;
        this.fields = fields;
    }

    @AfterEach
    void askForNothingMore() {
        fields.all().stream()
                .filter(field -> !field.retired() && field.name().endsWith(own))
                .forEach(field -> fields.retire(cast.admin().viewer(), field.id()));
    }

    @Test
    void anAdminAsksForItAndASalespersonUsesIt(Visitor admin, Visitor maya) {
        Cast.Player mayas = cast.salesperson();
        ContactId helen = acquaintances.of(mayas.viewer(), ContactDetails.named("Helen", "Brandt"));
        acquaintances.of(mayas.viewer(), ContactDetails.named("Petra", "Kühn"));
        admin.isSignedIn(cast.admin().email(), Cast.PASSWORD).opens("/admin/fields");
        add(admin, "Customer number " + own, "Text");
        admin.page().getByLabel("Shown in the list").check();
        admin.page().getByLabel("Found by search").check();
        press(admin, "Keep it");
        admin.opens("/admin/fields");
        add(admin, "Interests " + own, "Several choices");
        offer(admin, "Sailing");
        offer(admin, "<b>Rowing</b>");
        assertThat(admin.page().locator("#choices")).containsText("<b>Rowing</b>");
        assertThat(admin.page().locator("main")).containsText("Nobody changes by this");
        admin.findsItAccessible().keepsAPicture("field");
        admin.opens("/admin/fields").findsItAccessible().keepsAPicture("fields");

        maya.isSignedIn(mayas.email(), Cast.PASSWORD).opens("/contacts/" + helen.value() + "/edit");
        maya.page().getByLabel("Customer number " + own).fill("K-4711-" + own);
        maya.page().getByLabel("Sailing").check();
        maya.findsItAccessible().keepsAPicture("fields-on-the-form");
        press(maya, "Keep it");
        assertThat(maya.page().locator("main")).containsText("K-4711-" + own);
        assertThat(maya.page().locator("main")).containsText("Sailing");

        maya.opens("/contacts");
        assertThat(maya.page().locator("#rows")).containsText("K-4711-" + own);
        maya.page().getByText("More to narrow it by").click();
        maya.page().getByLabel("Interests " + own).selectOption("Sailing");
        press(maya, "Show");
        assertThat(maya.page().locator("#rows")).containsText("Helen Brandt");
        assertThat(maya.page().locator("#rows")).not().containsText("Petra");
        maya.findsItAccessible().keepsAPicture("list-narrowed-by-fields");
        maya.opens("/search?q=4711-" + own);
        assertThat(maya.page().locator("main")).containsText("Helen Brandt");
    }

    @Test
    void theOrderChangesByArrowKeysOnTheGrip(Visitor admin) {
        admin.isSignedIn(cast.admin().email(), Cast.PASSWORD);
        for (String name : new String[] {"First ", "Second "}) {
            admin.opens("/admin/fields");
            add(admin, name + own, "Text");
        }
        admin.opens("/admin/fields");
        Locator grip = admin.page().getByRole(AriaRole.BUTTON, named("Move Second " + own));
        grip.focus();
        grip.press("ArrowUp");
        assertThat(admin.page().locator("#toasts")).containsText("Second " + own + " has another place.");
        assertThat(admin.page().locator(":focus")).hasAttribute("aria-label", "Move Second " + own);
        Assertions.assertThat(fields.all().stream()
                        .filter(field -> field.name().endsWith(own))
                        .map(field -> field.name().split(" ")[0]))
                .containsExactly("Second", "First");
    }

    @Test
    void whoDoesNotAdministerIsNotLetIn(Visitor maya, Visitor ola, @OnAPhone Visitor admin) {
        maya.isSignedIn(cast.salesperson().email(), Cast.PASSWORD);
        ola.isSignedIn(cast.manager().email(), Cast.PASSWORD);
        for (String path : new String[] {"/admin/fields", "/admin/fields/" + UUID.randomUUID()}) {
            Assertions.assertThat(maya.gets(path)).isEqualTo(404);
            Assertions.assertThat(ola.gets(path)).isEqualTo(404);
        }
        admin.isSignedIn(cast.admin().email(), Cast.PASSWORD).opens("/admin/fields");
        add(admin, "Interests " + own, "Several choices");
        offer(admin, "Sailing");
        admin.findsItAccessible().keepsAPicture("field-on-a-phone");
        admin.opens("/admin/fields").findsItAccessible().keepsAPicture("fields-on-a-phone");
    }

    private static void add(Visitor admin, String name, String kind) {
        Locator form = admin.page().locator("form#new");
        form.getByLabel("Name").fill(name);
        form.getByLabel("What it holds").selectOption(kind);
        form.getByRole(AriaRole.BUTTON).last().click();
        assertThat(admin.page().locator("h1")).containsText(name);
    }

    private static void offer(Visitor admin, String name) {
        admin.page().getByLabel("One more choice").fill(name);
        press(admin, "Offer it");
        assertThat(admin.page().locator("#choices")).containsText(name);
    }

    private static void press(Visitor visitor, String name) {
        visitor.page().getByRole(AriaRole.BUTTON, named(name)).click();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
