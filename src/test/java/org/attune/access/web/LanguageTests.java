package org.attune.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.attune.Somebody.signedIn;

import org.attune.AttuneTest;
import org.attune.Somebody;
import org.attune.access.Viewer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@AttuneTest
class LanguageTests {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Somebody somebody;

    @Autowired
    private JdbcClient jdbc;

    private Viewer maya;

    @BeforeEach
    void meetMaya() {
        somebody.whoAdministers();
        maya = somebody.whoSells();
    }

    @Test
    void whereNobodyIsSignedInThePageSpeaksTheFirstLanguageOfTheBrowserThatIsThere() {
        assertThat(signIn("de-AT,de;q=0.9")).bodyText().contains("<html lang=\"de\"");
        assertThat(signIn("fr-FR,de;q=0.8,en;q=0.5")).bodyText().contains("<html lang=\"de\"");
        assertThat(signIn("en-US,de;q=0.8")).bodyText().contains("<html lang=\"en-GB\"");
        assertThat(signIn("fr-FR")).bodyText().contains("<html lang=\"en-GB\"");
        assertThat(signIn("nonsense;;q=x")).bodyText().contains("<html lang=\"en-GB\"");
    }

    @Test
    void aPersonsPagesAreInTheirLanguageWhateverTheirBrowserAsksFor() {
        reads("de-DE");
        assertThat(preferences("en-GB")).bodyText().contains("<html lang=\"de\"", "Abmelden");
        reads("en-DE");
        assertThat(preferences("de-DE")).bodyText().contains("<html lang=\"en-GB\"", "Sign out");
    }

    @Test
    void noBrowserKeepsAPageThatMayComeInAnotherLanguageNextTime() {
        assertThat(signIn("de")).headers().hasValue("Cache-Control", "no-cache, no-store, max-age=0, must-revalidate");
        assertThat(preferences("de"))
                .headers()
                .hasValue("Cache-Control", "no-cache, no-store, max-age=0, must-revalidate")
                .doesNotContainHeader("ETag");
    }

    private void reads(String locale) {
        jdbc.sql("update app_user set locale = :locale where id = :id")
                .param("locale", locale)
                .param("id", maya.uuid())
                .update();
    }

    private MvcTestResult signIn(String browserAsksFor) {
        return mvc.get()
                .uri("/sign-in")
                .header("Accept-Language", browserAsksFor)
                .exchange();
    }

    private MvcTestResult preferences(String browserAsksFor) {
        return mvc.get()
                .uri("/preferences")
                .with(signedIn(maya))
                .header("Accept-Language", browserAsksFor)
                .exchange();
    }
}
