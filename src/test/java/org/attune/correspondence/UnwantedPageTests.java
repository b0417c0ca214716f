package org.attune.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.attune.AttuneTest;
import org.attune.platform.Ids;
import org.attune.platform.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The way out of letters, as somebody goes it who has nothing but the letter; and as the machines do that open letters before them. */
@AttuneTest
class UnwantedPageTests {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private LetterRows rows;

    @Autowired
    private Wishes wishes;

    @Autowired
    private JdbcClient jdbc;

    private String address;
    private UUID row;
    private String secret;
    private String path;

    @BeforeEach
    void aLetterWasWritten() {
        address = "helen-" + Ids.next() + "@brandt.example";
        row = rows.wanted(address).orElseThrow();
        linkIn(Optional.empty());
    }

    private void linkIn(Optional<Language> language) {
        secret = "secret-" + Ids.next();
        rows.link(Wishes.hash(secret), row, language, java.time.Instant.now());
        path = "/unwanted/" + secret;
    }

    @AfterEach
    void nobodyGuessed() {
        jdbc.sql("delete from sign_in_failure where subject like ' link %'").update();
    }

    @Test
    void itSpeaksTheLanguageOfTheContactWhateverTheBrowserSpeaks() {
        linkIn(Optional.of(Language.GERMAN));
        assertThat(opened(Locale.ENGLISH))
                .bodyText()
                .contains("lang=\"de\"", "Keine Briefe mehr")
                .doesNotContain("No more letters");
        assertThat(mvc.post().uri(path).locale(Locale.ENGLISH).exchange())
                .bodyText()
                .contains("lang=\"de\"")
                .doesNotContain("No more letters");
        linkIn(Optional.of(Language.ENGLISH));
        assertThat(opened(Locale.GERMAN)).bodyText().contains("lang=\"en-GB\"", "I want them after all");
    }

    @Test
    void whereTheirLanguageIsNotKnownItSpeaksThatOfTheBrowser() {
        assertThat(opened(Locale.GERMAN)).bodyText().contains("lang=\"de\"");
        assertThat(opened(Locale.ENGLISH)).bodyText().contains("lang=\"en-GB\"");
    }

    private MvcTestResult opened(Locale browser) {
        return mvc.get().uri(path).locale(browser).exchange();
    }

    @Test
    void filtersThatOpenItTakeNobodyOffAnything() {
        for (HttpMethod method : List.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS)) {
            mvc.method(method).uri(path).exchange();
            mvc.method(method)
                    .uri(path)
                    .header("Purpose", "prefetch")
                    .header("Sec-Purpose", "prefetch")
                    .exchange();
        }
        mvc.get().uri(path + "?List-Unsubscribe=One-Click").exchange();
        mvc.get().uri(path + "/reversal").exchange();
        mvc.method(HttpMethod.PUT).uri(path).exchange();

        assertThat(wishes.isWanted(secret)).isTrue();
    }

    @Test
    void oneClickOfTheMailboxIsEnoughAndTheVerySameOnceMoreChangesNothing() {
        for (int n = 0; n < 2; n++) {
            assertThat(mvc.post()
                            .uri(path)
                            .contentType("application/x-www-form-urlencoded")
                            .content("List-Unsubscribe=One-Click")
                            .exchange())
                    .hasStatusOk()
                    .doesNotContainHeader("Location")
                    .doesNotContainHeader("Set-Cookie");
        }

        assertThat(wishes.isWanted(secret)).isFalse();
        assertThat(jdbc.sql("select count(*) from letter_wish where address_id = :row")
                        .param("row", row)
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void itIsTakenBackWithoutSessionOrCookie() {
        mvc.post().uri(path).exchange();

        assertThat(mvc.post().uri(path + "/reversal").exchange())
                .hasStatus3xxRedirection()
                .hasRedirectedUrl(path)
                .doesNotContainHeader("Set-Cookie");
        assertThat(wishes.isWanted(secret)).isTrue();
    }

    @Test
    void itIsKeptAndFoundByNobodyAndSaysNothingOfAnybody() {
        MvcTestResult page = mvc.get().uri(path).exchange();

        assertThat(page)
                .hasStatusOk()
                .hasHeader("Referrer-Policy", "no-referrer")
                .hasHeader("Cache-Control", "no-store")
                .hasHeader("X-Robots-Tag", "noindex, nofollow, noarchive")
                .doesNotContainHeader("Set-Cookie")
                .bodyText()
                .doesNotContain(address, "_csrf");
        assertThat(page.getMvcResult().getRequest().getSession(false)).isNull();
        assertThat(mvc.get().uri("/unwanted/nothing").exchange())
                .hasStatus(404)
                .hasHeader("Referrer-Policy", "no-referrer")
                .hasHeader("X-Robots-Tag", "noindex, nofollow, noarchive");
    }

    @Test
    void whatLeadsNowhereIsSaidInWordsForThoseOutside() {
        assertThat(mvc.get().uri(path + "x").locale(Locale.ENGLISH).exchange())
                .hasStatus(404)
                .bodyText()
                .contains("This link leads nowhere", "Nothing has changed")
                .doesNotContain("team");
        assertThat(mvc.post().uri(path + "x").locale(Locale.GERMAN).exchange())
                .hasStatus(404)
                .bodyText()
                .contains("Dieser Link führt nirgendwohin");
        assertThat(mvc.post().uri(path + "x/reversal").exchange()).hasStatus(404);
        assertThat(wishes.isWanted(secret)).isTrue();
    }

    @Test
    void whoeverGuessesIsSlowedDownWhicheverWayTheyTry() {
        for (int n = 0; n < 11; n++) {
            mvc.get().uri("/unwanted/guess-" + n).exchange();
            mvc.post().uri("/unwanted/guess-" + n).exchange();
        }

        assertThat(mvc.get().uri("/unwanted/another").exchange()).hasStatus(429);
        assertThat(mvc.post().uri("/unwanted/another/reversal").exchange()).hasStatus(429);
        assertThat(mvc.get().uri("/p/another").exchange())
                .as("links of every kind are counted together")
                .hasStatus(429);
        assertThat(mvc.post().uri(path).exchange()).hasStatusOk();
    }
}
