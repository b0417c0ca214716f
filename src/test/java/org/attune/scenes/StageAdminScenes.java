package org.attune.scenes;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.attune.Happened;
import org.attune.people.ContactId;
import org.attune.platform.Ids;
import org.attune.stages.MoveContact;
import org.attune.stages.Stages;
import org.attune.stages.StagesAsTheyWere;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An admin changes the stages on a Monday, and nobody else's work is broken by it. */
@BrowserTest
class StageAdminScenes {

    private static final List<String> PAGES = List.of(
            "/admin/stages",
            "/admin/stages/know",
            "/admin/stages/know/retirement",
            "/admin/stage-draft",
            "/admin/stage-versions",
            "/admin/stage-versions/1");

    private final Cast cast;
    private final Happened happened;
    private final Stages stages;
    private final StagesAsTheyWere before;

    StageAdminScenes(Cast cast, Happened happened, Stages stages, StagesAsTheyWere before) {
        this.cast = cast;
        this.happened = happened;
        this.stages = stages;
        this.before = before;
    }

    @BeforeEach
    @AfterEach
    void asTheyWere() {
        before.comeBack();
    }

    @Test
    void theAdminEditsSeesTheEffectAndPublishes(Visitor admin, Visitor maya) {
        Cast.Player mayas = cast.salesperson();
        ContactId helen = happened.met(mayas.viewer());
        happened.heard(happened.spoke(mayas.viewer(), helen, "we"), helen);
        stages.move(mayas.viewer(), new MoveContact(Ids.next(), helen, "know", null, null, null));
        admin.isSignedIn(cast.admin().email(), Cast.PASSWORD).opens("/admin/stages");
        Page page = admin.page();
        page.locator(".places").getByText("Know").click();
        page.getByLabel("Name").fill("Heard");
        page.locator("[name='lines[0].n']").fill("2");
        button(page, "Keep it in the draft").click();
        assertThat(page.locator("#toasts")).containsText("Heard is kept in the draft.");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("See what it changes"))
                .first()
                .click();
        assertThat(page.locator("main")).containsText("Know is called Heard.");
        assertThat(page.locator(".effect")).containsText(mayas.viewer().name());
        admin.findsItAccessible();

        maya.isSignedIn(mayas.email(), Cast.PASSWORD).opens("/stages");
        maya.page().getByText("See which of yours it concerns").click();
        assertThat(maya.page().locator("#concerned")).containsText("Helen Brandt");
        maya.findsItAccessible();

        page.getByLabel("What changes, and why").fill("Once is not enough");
        button(page, "Publish").click();
        assertThat(page.locator("#toasts")).containsText("is in force.");
        maya.opens("/contacts/" + helen.value() + "/stage");
        assertThat(maya.page().locator(".path .now")).containsText("Heard");
    }

    @Test
    void theOrderIsChangedByKeysByDraggingAndTakenBack(Visitor admin) {
        admin.isSignedIn(cast.admin().email(), Cast.PASSWORD).opens("/admin/stages");
        Page page = admin.page();
        Locator grip = page.locator("#stage-trust .grip");
        grip.press("ArrowUp");
        assertThat(page.locator("#toasts")).containsText("Trust has another place in the draft.");
        order(page, "Know", "Trust", "Like");
        assertThat(grip).isFocused();
        grip.press("ArrowUp");
        order(page, "Trust", "Know", "Like");
        page.locator("#toasts button").click();
        order(page, "Know", "Trust", "Like");

        page.locator("#stage-know .grip").hover();
        page.mouse().down();
        var like = page.locator("#stage-like").boundingBox();
        page.mouse().move(like.x + 10, like.y + like.height - 3, new Mouse.MoveOptions().setSteps(8));
        page.mouse().up();
        order(page, "Trust", "Like", "Know");
    }

    @Test
    void aGroupIsBuiltOnAPhone(@OnAPhone Visitor admin) {
        admin.isSignedIn(cast.admin().email(), Cast.PASSWORD);
        for (String path : PAGES) {
            admin.finds(path).scrollsOnlyDownwards().keepsAPicture("phone" + path.replace('/', '-'));
        }
        admin.opens("/admin/stages/deciding");
        Page page = admin.page();
        page.locator(".addline select").selectOption("any");
        button(page, "Add", page.locator(".addline")).click();
        page.locator("[name='lines[2].add']").selectOption("heard_on_days");
        button(page, "Add to: Any of these").click();
        page.locator("[name='lines[3].n']").fill("3");
        page.locator("[name='lines[3].days']").fill("2");
        button(page, "Keep it in the draft").click();
        assertThat(page.locator("#summary")).containsText("Nobody can be heard on more days than there are.");
        admin.scrollsOnlyDownwards().findsItAccessible().keepsAPicture("phone-admin-stages-criteria");
        page.locator("[name='lines[3].days']").fill("30");
        button(page, "Keep it in the draft").click();
        assertThat(page.locator("#toasts")).containsText("Deciding is kept in the draft.");
        admin.opens("/admin/stage-draft");
        assertThat(page.locator("main")).containsText("they were heard on 3 different days in the last 30 days");
    }

    @Test
    void whoIsNoAdminFindsNoneOfIt(Visitor maya, Visitor ruth) {
        maya.isSignedIn(cast.salesperson().email(), Cast.PASSWORD);
        ruth.isSignedIn(cast.manager().email(), Cast.PASSWORD);
        for (String path : PAGES) {
            Assertions.assertThat(maya.gets(path))
                    .as("%s for a salesperson", path)
                    .isEqualTo(404);
            Assertions.assertThat(ruth.gets(path)).as("%s for a manager", path).isEqualTo(404);
        }
        Assertions.assertThat(maya.gets("/stages/reasons")).isEqualTo(404);
        Assertions.assertThat(ruth.gets("/stages/reasons")).isEqualTo(200);
        ruth.opens("/stages/reasons").findsItAccessible();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator button(Page page, String name, Locator in) {
        return in.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    private static void order(Page page, String first, String second, String third) {
        assertThat(page.locator(".stages").first().locator(".nm").first()).hasText(first);
        assertThat(page.locator(".stages").first().locator(".nm").nth(1)).hasText(second);
        assertThat(page.locator(".stages").first().locator(".nm").nth(2)).hasText(third);
    }
}
