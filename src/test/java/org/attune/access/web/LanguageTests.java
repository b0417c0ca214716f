package org.attune.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.attune.Somebody.signedIn;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.Locale;
import java.util.UUID;
import org.attune.AttuneTest;
import org.attune.Somebody;
import org.attune.access.Viewer;
import org.attune.platform.Ids;
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
    void everybodyChoosesTheirLanguageAndTheRegionOfTheirFigures() {
        assertThat(chooses("GERMAN", "AT")).hasStatus3xxRedirection();
        assertThat(somebody.again(maya).locale()).isEqualTo(Locale.forLanguageTag("de-AT"));
        assertThat(preferences("en-GB"))
                .bodyText()
                .contains("<option value=\"GERMAN\" selected=\"selected\">Deutsch</option>")
                .contains("Frankreich · 4 200,50".replace(' ', '\u202f').replace("\u202f·\u202f", " · "));
        assertThat(chooses("ENGLISH", "AT")).hasStatus3xxRedirection();
        assertThat(preferences("de-DE")).bodyText().contains("lang=\"en-GB\"", "Austria");
    }

    @Test
    void aLanguageThatIsNotThereIsRefusedInTheOneThatIs() {
        reads("de-DE");
        assertThat(chooses("FRENCH", "FR")).hasStatus(422).bodyText().contains("lang=\"de\"");
        assertThat(chooses("GERMAN", "XX")).hasStatus(422);
        assertThat(somebody.again(maya).locale()).isEqualTo(Locale.GERMANY);
    }

    @Test
    void whoeverIsNewBeginsWithWhatTheHouseSpeaks() {
        jdbc.sql("update organisation set language = 'de'").update();
        try {
            assertThat(signIn("fr-FR")).bodyText().contains("<html lang=\"de\"");
            Viewer admin = somebody.whoAdministers();
            UUID newcomer = Ids.next();
            mvc.post()
                    .uri("/admin/people")
                    .with(signedIn(admin))
                    .with(csrf())
                    .param("id", newcomer.toString())
                    .param("name", "Neu Hier")
                    .param("email", newcomer + "@attune.example")
                    .param("role", "ADMIN")
                    .exchange();
            assertThat(localeOf(newcomer)).isEqualTo("de-DE");
        } finally {
            jdbc.sql("update organisation set language = 'en'").update();
        }
    }

    @Test
    void noBrowserKeepsAPageThatMayComeInAnotherLanguageNextTime() {
        assertThat(signIn("de")).headers().hasValue("Cache-Control", "no-cache, no-store, max-age=0, must-revalidate");
        assertThat(preferences("de"))
                .headers()
                .hasValue("Cache-Control", "no-cache, no-store, max-age=0, must-revalidate")
                .doesNotContainHeader("ETag");
    }

    private MvcTestResult chooses(String language, String region) {
        Integer version = jdbc.sql("select version from app_user where id = :id")
                .param("id", maya.uuid())
                .query(Integer.class)
                .single();
        return mvc.post()
                .uri("/preferences")
                .with(signedIn(maya))
                .with(csrf())
                .param("name", "Maya")
                .param("zone", "Europe/Berlin")
                .param("theme", "SYSTEM")
                .param("language", language)
                .param("region", region)
                .param("version", version.toString())
                .exchange();
    }

    private String localeOf(UUID person) {
        return jdbc.sql("select locale from app_user where id = :id")
                .param("id", person)
                .query(String.class)
                .single();
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
