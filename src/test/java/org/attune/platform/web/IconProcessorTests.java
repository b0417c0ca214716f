package org.attune.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.StringTemplateResolver;

class IconProcessorTests {

    private static final String SHOWS = "<p><svg attune:icon=\"${name}\">none</svg></p>";

    private final SpringTemplateEngine engine = new SpringTemplateEngine();

    IconProcessorTests() {
        engine.setTemplateResolver(new StringTemplateResolver());
        engine.addDialect(new FrameDialect(true));
        engine.addDialect(new ShellOnly(Optional::empty));
    }

    @Test
    void anIconStandsWhereItWasAskedForByItsNameOrByAnExpression() {
        assertThat(page("<svg attune:icon=\"users\"></svg>", null)).isEqualTo(drawn("icon", "users"));
        assertThat(page("<svg attune:tiny=\"users\"></svg>", null)).isEqualTo(drawn("icon s", "users"));
        assertThat(page(SHOWS, "ear-2")).isEqualTo("<p>" + drawn("icon", "ear-2") + "</p>");
    }

    /** It is written into the page as it is, so it can be nothing but a name. */
    @ParameterizedTest
    @ValueSource(strings = {"", " ", "Users", "users ", "a\nb", "a\"><script>", "a&amp;b", "../b", "ü"})
    void whatCouldBeNoNameIsRefused(@Nullable String name) {
        assertThatThrownBy(() -> page(SHOWS, name)).rootCause().isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void soItIsWhereItStandsInTheTemplate() {
        assertThatThrownBy(() -> page("<svg attune:icon=\"two words\"></svg>", null))
                .rootCause()
                .hasMessageContaining("two words");
    }

    private static String drawn(String look, String name) {
        return "<svg class=\"%s\" aria-hidden=\"true\"><use href=\"/sprite#%s\"></use></svg>".formatted(look, name);
    }

    private String page(String template, @Nullable String name) {
        Context context = new Context(Locale.ENGLISH);
        context.setVariable("name", name);
        return engine.process(template, context);
    }
}
