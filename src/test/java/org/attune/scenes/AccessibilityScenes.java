package org.attune.scenes;

import java.util.List;
import java.util.stream.Stream;
import org.attune.offers.OfferId;
import org.attune.offers.OfferScene;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every page, in light and in dark, without a finding of axe. */
@BrowserTest
class AccessibilityScenes {

    private final Cast cast;
    private final OfferScene story;

    AccessibilityScenes(Cast cast, OfferScene story) {
        this.cast = cast;
        this.story = story;
    }

    @TestFactory
    Stream<DynamicTest> aSalespersonsPages(Visitor maya) {
        Cast.Player player = cast.salesperson();
        OfferScene.Story said = story.complete(player.viewer());
        OfferId offer = story.sent(said);
        maya.signsIn(player.email(), Cast.PASSWORD);
        return accessible(maya, Places.of(said, offer));
    }

    @TestFactory
    Stream<DynamicTest> anAdminsPages(Visitor admin) {
        admin.signsIn(cast.admin().email(), Cast.PASSWORD);
        return accessible(
                admin,
                List.of(
                        "/admin/stages",
                        "/admin/stages/deciding",
                        "/admin/stages/know/retirement",
                        "/admin/stage-draft",
                        "/admin/stage-versions?was=1&becomes=1",
                        "/admin/stage-versions/1",
                        "/admin/people",
                        "/admin/people/new",
                        "/admin/mail",
                        "/admin/teams",
                        "/admin/organisation",
                        "/admin/health",
                        "/admin/organisation/figures",
                        "/admin/organisation/sight",
                        "/admin/fields",
                        "/admin/sign-in",
                        "/admin/gate",
                        "/admin/audit",
                        "/admin/erasure",
                        "/import",
                        "/preferences"));
    }

    private static Stream<DynamicTest> accessible(Visitor visitor, List<String> paths) {
        return paths.stream()
                .map(path -> DynamicTest.dynamicTest(nameOf(path), () -> visitor.finds(path)
                        .findsItAccessible()
                        .keepsAPicture("page" + nameOf(path).replace('/', '-'))));
    }

    /** Without the identifiers. */
    private static String nameOf(String path) {
        return path.replaceAll("/[0-9a-f]{8}-[0-9a-f-]{27}", "").replaceAll("\\?.*", "");
    }
}
