package org.attune.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.RequestDispatcher;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.thymeleaf.IEngineConfiguration;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.StringTemplateResolver;
import org.thymeleaf.templateresource.ITemplateResource;
import org.thymeleaf.templateresource.StringTemplateResource;
import org.thymeleaf.web.servlet.JakartaServletWebApplication;

class KeptProcessorTests {

    /** Another id each time one of them is rendered. */
    private static final String PARTS = """
            <i th:fragment="one" th:text="${#shell.newId}"></i>
            <i th:fragment="two" th:text="|${active} ${hat} ${leads} ${name}|"></i>""";

    private final MockServletContext site = new MockServletContext();
    private final MockHttpServletRequest request = new MockHttpServletRequest(site);
    private final Map<String, Object> model = new HashMap<>();
    private Locale locale = Locale.ENGLISH;
    private @Nullable ShellPerson person;

    @Test
    void aPartIsRenderedOnceForEachLanguageAndEachOfTheWordsItIsGiven() {
        SpringTemplateEngine engine = engine(true);
        model.put("active", "contacts");
        String contacts = page(engine, "one(active)");

        assertThat(page(engine, "one(active)")).isEqualTo(contacts);
        model.put("active", "offers");
        assertThat(page(engine, "one(active)")).isNotEqualTo(contacts);
        model.put("active", "contacts");
        locale = Locale.GERMAN;
        assertThat(page(engine, "one(active)")).isNotEqualTo(contacts);
        locale = Locale.ENGLISH;
        assertThat(page(engine, "one(active)")).isEqualTo(contacts);
    }

    @Test
    void whoeverMayMoreHasAPartOfTheirOwn() {
        SpringTemplateEngine engine = engine(true);
        String nobody = page(engine, "one(leads)");
        person = somebody(true);
        String manager = page(engine, "one(leads)");
        person = somebody(false);

        assertThat(manager).isNotEqualTo(nobody);
        assertThat(page(engine, "one(leads)")).isEqualTo(nobody);
    }

    @Test
    void ofThePageItIsGivenNothingElse() {
        model.put("active", "contacts");
        model.put("name", "Maya");
        person = somebody(true);

        assertThat(page(engine(true), "two(active, hat, leads)")).isEqualTo("<i>contacts marketing true null</i>");
    }

    /** Whoever is signed in could be asked for past the words. */
    @Test
    void noPartAsksWhoIsThereOrPostsAForm() throws IOException {
        assertThat(new ClassPathResource("templates/layout/kept.html").getContentAsString(StandardCharsets.UTF_8))
                .contains("th:fragment=\"places\"")
                .doesNotContain("#shell", "#say", "_csrf", "method=\"post\"");
    }

    @Test
    void whatIsNoWordOfTheFrameIsRefused() {
        assertThatThrownBy(() -> page(engine(true), "two(name)")).rootCause().hasMessageContaining("name");
        assertThatThrownBy(() -> page(engine(true), "two(")).rootCause().isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void itIsRenderedEachTimeWhereTemplatesAreBeingWritten() {
        SpringTemplateEngine engine = engine(false);

        assertThat(page(engine, "one")).isNotEqualTo(page(engine, "one"));
    }

    @Test
    void aPageOfAFailureLeavesNothingBehind() {
        SpringTemplateEngine engine = engine(true);
        request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, 404);
        String failed = page(engine, "one");
        request.removeAttribute(RequestDispatcher.ERROR_STATUS_CODE);

        assertThat(page(engine, "one")).isNotEqualTo(failed).isEqualTo(page(engine, "one"));
    }

    private String page(SpringTemplateEngine engine, String part) {
        return engine.process(
                "<p attune:kept=\"" + part + "\"></p>",
                new WebContext(
                        JakartaServletWebApplication.buildApplication(site)
                                .buildExchange(request, new MockHttpServletResponse()),
                        locale,
                        model));
    }

    private SpringTemplateEngine engine(boolean keeps) {
        SpringTemplateEngine engine = new SpringTemplateEngine();
        StringTemplateResolver parts = new StringTemplateResolver() {
            @Override
            protected ITemplateResource computeTemplateResource(
                    IEngineConfiguration configuration,
                    @Nullable String owner,
                    String template,
                    @Nullable Map<String, Object> attributes) {
                return new StringTemplateResource(template.equals("layout/kept") ? PARTS : template);
            }
        };
        engine.setTemplateResolver(parts);
        engine.addDialect(new FrameDialect(keeps));
        engine.addDialect(new ShellOnly(() -> Optional.ofNullable(person)));
        return engine;
    }

    private static ShellPerson somebody(boolean leads) {
        return new ShellPerson(
                UUID.randomUUID(),
                "Ruth",
                "role",
                true,
                leads,
                false,
                false,
                "marketing",
                "system",
                true,
                false,
                ZoneOffset.UTC,
                Locale.ENGLISH);
    }
}
