package org.attune.scenes;

import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.attune.Pages;
import org.attune.Pages.Page;
import org.attune.Pages.Who;
import org.attune.World;
import org.attune.Worlds;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every page, in light and in dark, without a finding of axe. */
@BrowserTest
class AccessibilityScenes {

    private final Cast cast;
    private final Worlds worlds;
    private final RequestMappingHandlerMapping mappings;

    AccessibilityScenes(
            Cast cast,
            Worlds worlds,
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings) {
        this.cast = cast;
        this.worlds = worlds;
        this.mappings = mappings;
    }

    @Test
    void noPageIsLeftOut() throws Exception {
        Assertions.assertThat(Pages.leftOut(mappings)).isEmpty();
    }

    @Test
    void whatNobodyCanReadIsFound(Visitor stranger) {
        shows(stranger, "<main><h1 style='color:#ccc'>Pale</h1></main>");
        finds(stranger, "LIGHT", "color-contrast");
        // and once more within a frame that is known
        finds(stranger, "LIGHT", "color-contrast");

        shows(
                stranger,
                "<main><h1>Bright</h1><dialog open aria-label='Pale'><p style='color:#ccc'>Pale</p></dialog></main>");
        finds(stranger, "LIGHT", "color-contrast");
        shows(
                stranger,
                "<style>@media (prefers-color-scheme: dark) { h1 { color: #ccc } }</style><main><h1>Pale</h1></main>");
        finds(stranger, "DARK", "color-contrast");
    }

    @Test
    void whatNobodyCanReadIsFoundInANewFrame(Visitor stranger) {
        shows(stranger, "<nav class='side' style='color:#ccc'>Pale</nav><main><h1>Bright</h1></main>");

        finds(stranger, "LIGHT", "color-contrast");
    }

    @Test
    void whatNobodySaysIsFoundWithinAFrameThatIsKnown(Visitor stranger) {
        shows(stranger, "<main><h1>Everything is well</h1></main>");
        stranger.findsItAccessible();

        shows(stranger, "<main><h1>Whose is it?</h1><input></main>");
        finds(stranger, "LIGHT", "label");
        shows(stranger, "<main><h1>Once</h1></main><main><p>and once more</p></main>");
        finds(stranger, "LIGHT", "landmark-no-duplicate-main");
        stranger.page().setContent("<html lang='en'><main><h1>Nobody says what this is</h1></main></html>");
        finds(stranger, "LIGHT", "document-title");
    }

    private static void shows(Visitor visitor, String body) {
        visitor.page().setContent("<html lang='en'><title>Page</title>" + body + "</html>");
    }

    private static void finds(Visitor visitor, String scheme, String rule) {
        Assertions.assertThatThrownBy(visitor::findsItAccessible)
                .hasMessageContaining("in " + scheme)
                .hasMessageContaining(rule + ":");
    }

    @TestFactory
    Stream<DynamicTest> aSalespersonsPages(Visitor maya) {
        return accessible(maya, Who.SELLER);
    }

    @TestFactory
    Stream<DynamicTest> aManagersPages(Visitor ruth) {
        return accessible(ruth, Who.MANAGER);
    }

    @TestFactory
    Stream<DynamicTest> anAdminsPages(Visitor ola) {
        return accessible(ola, Who.ADMIN);
    }

    @TestFactory
    Stream<DynamicTest> aDecidersPages(Visitor nora) {
        return accessible(nora, Who.DECIDER);
    }

    @TestFactory
    Stream<DynamicTest> pagesBeforeSigningIn(Visitor stranger) {
        return accessible(stranger, Who.NOBODY);
    }

    private Stream<DynamicTest> accessible(Visitor visitor, Who who) {
        World world = worlds.of(2);
        if (who != Who.NOBODY) {
            Cast.Player player = cast.withPassword(world.seenBy(who));
            visitor.isSignedIn(player.email(), Cast.PASSWORD);
        }
        return Pages.of(who)
                .filter(page -> !isAlsoAManagers(page))
                .map(page -> DynamicTest.dynamicTest(
                        page.path(), () -> visitor.finds(world.at(page)).findsItAccessible()));
    }

    /** Who leads a team sees the same page with more on it. */
    private static boolean isAlsoAManagers(Page page) {
        return page.who() == Who.SELLER
                && Pages.of(Who.MANAGER).anyMatch(other -> other.path().equals(page.path()));
    }
}
