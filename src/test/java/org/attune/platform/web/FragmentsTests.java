package org.attune.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.attune.platform.ChangedMeanwhile;
import org.attune.platform.Ids;
import org.attune.platform.NotSeen;
import org.attune.platform.RuleRefused;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mock.web.MockServletContext;
import org.springframework.stereotype.Controller;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Validator;
import org.springframework.validation.beanvalidation.LocalValidatorFactoryBean;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.templateresolver.SpringResourceTemplateResolver;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/** Every fragment and the frame around it, rendered as pages use them. */
class FragmentsTests {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC);

    private static Optional<ShellPerson> person = Optional.empty();

    private final MockMvcTester pages = MockMvcTester.from(site());

    @BeforeEach
    void signIn() {
        maya(true);
    }

    @Test
    void theFrameShowsHatAndWaysForSomeoneWhoSells() throws Exception {
        String page = page("/guide");
        keep("guide", page);
        assertThat(page)
                .contains("<title>Everything at once · Attune</title>", "data-hat=\"sales\"")
                .contains("action=\"/hat\"", "name=\"back\" value=\"/guide\"", "data-key=\"c\"")
                .contains("href=\"/contacts\" title=\"Contacts\" data-go=\"c\" aria-current=\"page\"")
                .contains("Maya Lindqvist", ">ML<", "action=\"/sign-out\"")
                .doesNotContain("th:", "style=", "??");
    }

    @Test
    void anAdminWithoutASellingRoleSeesNeitherHatNorContacts() throws Exception {
        maya(false);
        assertThat(page("/guide"))
                .contains("href=\"/preferences\"")
                .doesNotContain("action=\"/hat\"", "href=\"/contacts\"", "/conversations/new", "id=\"palette\"");
    }

    @Test
    void aFormKeepsWhatWasTypedAndSaysWhatToDoAtEachField() throws Exception {
        String page = pages.post()
                .uri("/guide")
                .param("name", "")
                .param("version", "3")
                .param("days", "soon")
                .param("stage", "LIKE")
                .param("words", "Half my surcharges <are> in a drawer.")
                .exchange()
                .getResponse()
                .getContentAsString();
        keep("guide-errors", page);
        assertThat(page)
                .contains("<title>Error: Everything at once · Attune</title>", "Two things need another look")
                .contains("role=\"alert\"", "autofocus", "href=\"#name\"", "id=\"name-error\"")
                .contains("value=\"soon\"", "Half my surcharges &lt;are&gt; in a drawer.")
                .contains("aria-invalid=\"true\" aria-describedby=\"name-error\"")
                .contains("<option value=\"LIKE\" selected=\"selected\"")
                .doesNotContain("??", "Failed to convert");
    }

    @Test
    void fragmentsSayInWordsWhatTheyShow() throws Exception {
        assertThat(page("/guide"))
                .contains("aria-label=\"3 turns, mostly theirs\"")
                .contains("<span class=\"vh\">Missing</span>", "title=\"Sales hat\"")
                .containsPattern(
                        "<svg class=\"icon s\" aria-hidden=\"true\"><use href=\"/img/icons[^\"]*#heart-handshake\"></use></svg>")
                .contains("hx-get=\"/guide?after=x\"", "hx-select=\"#rows &gt; *\"")
                .contains("<q>I mind paying", "<blockquote class=\"s\">Half of it");
    }

    @Test
    void aWordAboutWhatWasDoneComesWithAWayBack() throws Exception {
        assertThat(page("/guide?said=yes"))
                .contains("role=\"status\"", "<span>Log the turn</span>", "action=\"/promises/1/reopening\"");
    }

    @Test
    void whatIsNotThereSaysTheSameAsWhatMayNotBeSeen() throws Exception {
        assertThat(pages.get().uri("/hidden")).hasStatus(404);
        assertThat(page("/hidden"))
                .contains("Nothing is here", "Maya Lindqvist")
                .doesNotContain("contact 7");
        assertThat(pages.get().uri("/things/no-identifier")).hasStatus(404);
    }

    @Test
    void aRefusedRuleIsAPageOrForHtmxAWordInTheCorner() throws Exception {
        assertThat(pages.post().uri("/refused")).hasStatus(422).bodyText().contains("<h1>Not yet</h1>", "3 days late");
        assertThat(pages.post().uri("/refused").header("HX-Request", "true"))
                .hasStatus(422)
                .hasHeader("HX-Retarget", "#toasts")
                .bodyText()
                .startsWith("<div class=\"toast\" role=\"alert\">")
                .contains("3 days late")
                .doesNotContain("<html");
    }

    @Test
    void twoVersionsAreShownSideBySideAndNeitherIsLost() throws Exception {
        String page = pages.post()
                .uri("/changed")
                .header("Referer", "http://localhost/contacts/1/edit?a=b")
                .exchange()
                .getResponse()
                .getContentAsString();
        keep("conflict", page);
        assertThat(page)
                .contains(
                        "Someone changed this",
                        ">Invoices leave late &lt;now&gt;</textarea>",
                        ">Month-end</textarea>",
                        "href=\"/contacts/1/edit\"");
        assertThat(pages.post().uri("/changed").header("HX-Request", "true"))
                .hasStatus(409)
                .bodyText()
                .startsWith("<div class=\"note warn\"")
                .contains(">Month-end</textarea>");
    }

    @Test
    void peopleWhoAreNotSignedInSeeFailuresWithoutAnyNavigation() throws Exception {
        person = Optional.empty();
        assertThat(page("/hidden"))
                .contains("Nothing is here", "<main class=\"bare\"")
                .doesNotContain("class=\"side\"");
    }

    @Test
    void textArrivesTidiedAndASecretAsItWasTyped() throws Exception {
        assertThat(pages.get()
                        .uri("/typed")
                        .param("text", "  a\r\nb\0 ")
                        .param("blank", "  ")
                        .param("secret", " x "))
                .bodyText()
                .isEqualTo("a\nb|null| x |kept to itself");
    }

    private static void maya(boolean sells) {
        person = Optional.of(new ShellPerson(
                UUID.randomUUID(),
                "Maya Lindqvist",
                "platform.keys.list",
                sells,
                false,
                false,
                false,
                "sales",
                "system",
                true,
                true,
                ZoneId.of("Europe/Berlin"),
                Locale.UK));
    }

    private String page(String path) throws Exception {
        return pages.get().uri(path).exchange().getResponse().getContentAsString();
    }

    /** Leaves the page where one can look at it. */
    private static void keep(String name, String page) throws IOException {
        Path file = Path.of("target", "look", name + ".html");
        Files.createDirectories(file.getParent());
        Files.writeString(file, page);
    }

    private static WebApplicationContext site() {
        AnnotationConfigWebApplicationContext site = new AnnotationConfigWebApplicationContext();
        site.setServletContext(new MockServletContext());
        site.register(
                Site.class,
                PageConfiguration.class,
                ShellDialect.class,
                FrameDialect.class,
                FormBinding.class,
                Failures.class,
                Guide.class);
        site.refresh();
        return site;
    }

    /** The web base without the rest of the product. */
    @Configuration(proxyBeanMethods = false)
    @EnableWebMvc
    static class Site {

        @Bean
        Clock clock() {
            return NOON;
        }

        @Bean
        WhoIsThere whoIsThere() {
            return () -> person;
        }

        @Bean
        ThymeleafViewResolver views(ApplicationContext site, ShellDialect shell, FrameDialect icons) {
            SpringResourceTemplateResolver templates = new SpringResourceTemplateResolver();
            templates.setApplicationContext(site);
            templates.setPrefix("classpath:templates/");
            templates.setSuffix(".html");
            SpringTemplateEngine engine = new SpringTemplateEngine();
            engine.setTemplateResolver(templates);
            engine.setTemplateEngineMessageSource(site);
            engine.addDialect(shell);
            engine.addDialect(icons);
            ThymeleafViewResolver views = new ThymeleafViewResolver();
            views.setTemplateEngine(engine);
            views.setCharacterEncoding("UTF-8");
            return views;
        }

        @Bean
        WebMvcConfigurer validation(MessageSource messages) {
            LocalValidatorFactoryBean validator = new LocalValidatorFactoryBean();
            validator.setValidationMessageSource(messages);
            validator.afterPropertiesSet();
            return new WebMvcConfigurer() {
                @Override
                public Validator getValidator() {
                    return validator;
                }
            };
        }
    }

    /** What a form of the guide carries. */
    record GuideForm(
            @Nullable String id,
            int version,
            @NotBlank @Nullable String name,
            @Nullable List<String> emails,
            @Nullable LocalDate due,
            @Min(1) @Nullable Integer days,
            @Nullable BigDecimal amount,
            @Nullable String stage,
            @Nullable String hat,
            @Nullable String words,
            @Nullable String outcome,
            boolean complete) {}

    record Typed(@Nullable String text, @Nullable String blank, Secret secret) {}

    /** Shows everything on one page, and fails in every way. */
    @Controller
    static class Guide {

        @GetMapping("/guide")
        String show(Model model, @Nullable String said) {
            model.addAttribute(
                    "form",
                    new GuideForm(
                            Ids.next().toString(),
                            3,
                            "Hedda",
                            List.of("hedda@example.org"),
                            null,
                            14,
                            null,
                            "KNOW",
                            "sales",
                            null,
                            null,
                            false));
            if (said != null) {
                model.addAttribute(Flash.NAME, Said.of("platform.keys.turn").withUndo("/promises/1/reopening"));
            }
            return guide(model);
        }

        @PostMapping("/guide")
        String add(@Valid @ModelAttribute("form") GuideForm form, BindingResult errors, Model model) {
            return guide(model);
        }

        @GetMapping("/hidden")
        String hidden() {
            throw new NotSeen("contact 7");
        }

        @GetMapping("/things/{id}")
        String thing(@PathVariable UUID id) {
            throw new NotSeen("thing");
        }

        @PostMapping("/refused")
        String refused() {
            throw new RuleRefused("platform.say.late", null, 3);
        }

        @PostMapping("/changed")
        String changed() {
            throw new ChangedMeanwhile("Invoices leave late <now>", "Month-end");
        }

        @GetMapping("/typed")
        @ResponseBody
        String typed(@ModelAttribute Typed typed) {
            return typed.text() + "|" + typed.blank() + "|" + typed.secret().typed() + "|" + typed.secret();
        }

        private static String guide(Model model) {
            List<Waveform.Beat> beats = List.of(
                    new Waveform.Beat(Waveform.Turn.HEARD, 40),
                    new Waveform.Beat(Waveform.Turn.ASKED, 9),
                    new Waveform.Beat(Waveform.Turn.TOLD, 20),
                    new Waveform.Beat(Waveform.Turn.RESPONDED, 25));
            model.addAttribute("wave", Waveform.small("3 turns, mostly theirs", beats));
            model.addAttribute("large", Waveform.large("Seen from near", beats));
            model.addAttribute("stages", List.of(new Option("KNOW", "Know"), new Option("LIKE", "Like")));
            model.addAttribute("hats", List.of(new Option("marketing", "Marketing"), new Option("sales", "Sales")));
            model.addAttribute(
                    "outcomes",
                    List.of(
                            new Option("GOODBYE", "They said goodbye", "Nothing is open.", "g"),
                            new Option("CONTINUES", "It continues", "A next talk is agreed.", "c")));
            return "look/guide";
        }
    }
}
