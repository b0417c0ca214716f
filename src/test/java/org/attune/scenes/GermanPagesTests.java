package org.attune.scenes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.attune.Somebody.signedIn;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.attune.AttuneTest;
import org.attune.Somebody;
import org.attune.access.Viewer;
import org.attune.offers.OfferScene;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.HtmlUtils;

/** Whoever reads German finds no English word of ours, on no page. */
@AttuneTest
class GermanPagesTests {

    /** What stands between tags, what is read out or shown instead of it, and what scripts say. */
    private static final Pattern WORDS =
            Pattern.compile(">([^<>]+)<|\\s(?:aria-label|title|placeholder|alt)=\"([^\"]+)\""
                    + "|\\sdata-[a-z-]+=\"([A-Z][^\"]*|[^\" ]+ [^\"]+)\"");

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Somebody somebody;

    @Autowired
    private OfferScene story;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    private final Set<String> english = new HashSet<>();

    @BeforeEach
    void collectWhatIsSaidInEnglishOnly() {
        Set<String> german = new HashSet<>();
        bundles().forEach(bundle -> {
            Set<String> into = String.valueOf(bundle.getFilename()).endsWith("_de.properties") ? german : english;
            into.addAll(loaded(bundle).values().stream().map(String::valueOf).toList());
        });
        english.removeAll(german);
        english.removeIf(words -> words.contains("{") || words.length() < 3);
        english.removeAll(
                jdbc.sql("""
                        select name from stage union select relname from pg_class union select name from app_user
                        union select tag from contact_tag union select job_title from contact where job_title is not null
                        union select title from material""").query(String.class).list()); // names and words of others that are shown as they are
    }

    @Test
    void aSalespersonsPagesAreGerman() {
        Viewer maya = reads(somebody.whoSells());
        OfferScene.Story said = story.complete(maya);
        List<String> paths = new ArrayList<>(Places.of(said, story.sent(said)));
        paths.addAll(pathsWithoutVariables());
        areGerman(maya, paths);
    }

    @Test
    void anAdminsPagesAreGerman() {
        Viewer admin = reads(somebody.whoAdministersAndSells());
        List<String> paths = new ArrayList<>(pathsWithoutVariables());
        paths.addAll(List.of(
                "/admin/stages/deciding",
                "/admin/stages/know/retirement",
                "/admin/stage-versions?was=1&becomes=1",
                "/admin/stage-versions/1",
                "/admin/people/" + admin.uuid(),
                "/colleagues/" + admin.uuid() + "/away",
                "/admin/people/" + somebody.whoSells().uuid() + "/closing"));
        areGerman(admin, paths);
    }

    @Test
    void aManagersPagesAreGerman() {
        areGerman(reads(somebody.whoLeads(somebody.aTeam())), pathsWithoutVariables());
    }

    @Test
    void thePagesNobodyIsSignedInToAreGermanForAGermanBrowser() {
        somebody.whoAdministers();
        for (String path : List.of("/sign-in", "/sign-in?signed-out", "/sign-in?to=/contacts")) {
            isGerman(
                    path,
                    mvc.get()
                            .uri(path)
                            .header("Accept-Language", "de-DE")
                            .exchange()
                            .getResponse());
        }
    }

    private Viewer reads(Viewer person) {
        jdbc.sql("update app_user set locale = 'de-DE' where id = :id")
                .param("id", person.uuid())
                .update();
        return somebody.again(person);
    }

    private void areGerman(Viewer reader, List<String> paths) {
        Set<String> wrong = new LinkedHashSet<>();
        for (String path : paths) {
            MockHttpServletResponse page =
                    mvc.get().uri(path).with(signedIn(reader)).exchange().getResponse();
            if (page.getStatus() < 300 && String.valueOf(page.getContentType()).startsWith("text/html")) {
                foreign(page).forEach(words -> wrong.add(path + ": " + words));
            }
        }
        assertThat(wrong).isEmpty();
    }

    private void isGerman(String path, MockHttpServletResponse page) {
        assertThat(foreign(page)).as(path).isEmpty();
    }

    /** Our English, a key without words, or a page that says it is in another language. */
    private Set<String> foreign(MockHttpServletResponse page) {
        String html = body(page);
        Set<String> foreign = new TreeSet<>();
        if (html.contains("<html") && !html.contains("<html lang=\"de\"")) {
            foreign.add("<html lang>");
        }
        WORDS.matcher(html)
                .results()
                .flatMap(found -> Arrays.asList(found.group(1), found.group(2), found.group(3)).stream())
                .filter(Objects::nonNull)
                .map(words -> HtmlUtils.htmlUnescape(words).strip())
                .filter(words -> words.contains("??") || english.contains(words))
                .forEach(foreign::add);
        return foreign;
    }

    /** Derived, so that a new page is among them. */
    private List<String> pathsWithoutVariables() {
        return mappings.getHandlerMethods().keySet().stream()
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .filter(path -> !path.contains("{") && !path.equals("/error"))
                .distinct()
                .sorted()
                .toList();
    }

    private static String body(MockHttpServletResponse page) {
        return new String(page.getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private static Stream<Resource> bundles() {
        try {
            return Stream.of(
                    new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*.properties"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Properties loaded(Resource bundle) {
        try {
            return PropertiesLoaderUtils.loadProperties(new EncodedResource(bundle, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
