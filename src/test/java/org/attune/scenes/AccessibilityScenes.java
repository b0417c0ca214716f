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
        stranger.page()
                .setContent("<html lang='en'><title>Grey</title><main><h1 style='color:#ccc'>Pale</h1></main></html>");

        Assertions.assertThatThrownBy(stranger::findsItAccessible).hasMessageContaining("color-contrast");
        // and once more within a frame that is known
        Assertions.assertThatThrownBy(stranger::findsItAccessible).hasMessageContaining("color-contrast");
        stranger.page().setContent("<html lang='en'><main><h1>Nobody says what this is</h1></main></html>");
        Assertions.assertThatThrownBy(stranger::findsItAccessible).hasMessageContaining("document-title");
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
