package org.attune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.attune.Somebody.signedIn;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.attune.Pages.Page;
import org.attune.Pages.Who;
import org.attune.platform.Ids;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** A page costs as many statements for somebody with much as for somebody with little, and few bytes. */
@AttuneTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StatementCountTests {

    /** More than any page shows at once. */
    private static final int MUCH = 40;

    /** Of a page as it is sent, compressed. */
    private static final int KILOBYTES = 20;

    private static final Page WHAT_WAS_LOGGED_ELSEWHERE =
            new Page(Who.SELLER, "/conversations/{talk}/turns?after=0", 19, false);

    private static final Page WHAT_MAY_HELP = new Page(Who.SELLER, "/conversations/{talk}/fitting", 8, false);

    /** Forty turns at once, each with all that can be made of it. */
    private static final Map<String, Integer> MORE_KILOBYTES =
            Map.of("/conversations/{talk}", 24, WHAT_WAS_LOGGED_ELSEWHERE.path(), 24);

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Worlds worlds;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    private World little;
    private World much;

    @BeforeAll
    void meetSomebodyWithLittleAndSomebodyWithMuch() {
        little = worlds.of(1);
        much = worlds.of(MUCH);
    }

    static List<Page> pages() {
        return Stream.concat(Pages.all().stream(), Stream.of(WHAT_WAS_LOGGED_ELSEWHERE, WHAT_MAY_HELP))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void aPageCostsTheSameWithLittleAndWithMuchAndWeighsLittle(Page page) {
        statements(little, page); // whoever looks first reads what the house has settled as well
        int few = statements(little, page);

        assertThat(few).as(page.toString()).isBetween(1, page.atMost());
        if (page.grows()) {
            assertThat(statements(much, page)).as(page.toString()).isGreaterThanOrEqualTo(few);
        } else if (page.who() != Who.NOBODY) { // who is not signed in has neither little nor much
            assertThat(statements(much, page)).as(page.toString()).isEqualTo(few);
        }
    }

    @Test
    void noPageIsLeftOut() throws Exception {
        assertThat(Pages.leftOut(mappings)).isEmpty();
        assertThat(Pages.saidInVain(mappings)).isEmpty();
    }

    /** What the library has for it is not among them. */
    @Test
    void theThirdTurnCostsAsMuchAsTheHundredthAndTwentyFirst() {
        costsTheSameAndAtMost(26, this::toLog);
    }

    /** Each open conversation asks every five seconds, as long as somebody looks at it. */
    @Test
    void askingWhetherSomebodyElseLoggedSomethingCostsNextToNothing() {
        costsTheSameAndAtMost(4, this::toAsk);
    }

    private void costsTheSameAndAtMost(int statements, ToIntFunction<World> deed) {
        statements(little, new Page(Who.SELLER, "/conversations/{talk}", Integer.MAX_VALUE, false));
        int few = deed.applyAsInt(little);

        assertThat(few).isBetween(1, statements);
        assertThat(deed.applyAsInt(much)).isEqualTo(few);
    }

    private int toAsk(World world) {
        return Statements.during(() -> assertThat(mvc.get()
                        .uri(world.at("/conversations/{talk}/turns?after=100000"))
                        .with(signedIn(world.seller()))
                        .header("HX-Request", "true"))
                .hasStatus(HttpStatus.NO_CONTENT));
    }

    private int statements(World world, Page page) {
        return Statements.during(() -> assertThat(opening(world, page))
                .as(page.toString())
                .hasStatusOk()
                .body()
                .satisfies(html -> assertThat(Weight.of(html))
                        .isLessThan(1024 * MORE_KILOBYTES.getOrDefault(page.path(), KILOBYTES))));
    }

    private MockMvcRequestBuilder opening(World world, Page page) {
        MockMvcRequestBuilder opening = mvc.get().uri(world.at(page));
        return page.who() == Who.NOBODY ? opening : opening.with(signedIn(world.seenBy(page.who())));
    }

    private int toLog(World world) {
        return Statements.during(() -> assertThat(mvc.post()
                        .uri(world.at("/conversations/{talk}/turns"))
                        .with(signedIn(world.seller()))
                        .with(csrf())
                        .header("HX-Request", "true")
                        .param("id", Ids.next().toString())
                        .param("speaker", world.contact().value().toString())
                        .param("text", "And that is not all."))
                .hasStatusOk());
    }
}
