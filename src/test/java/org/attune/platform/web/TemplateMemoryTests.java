package org.attune.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.thymeleaf.cache.StandardCacheManager;
import org.thymeleaf.spring6.SpringTemplateEngine;

class TemplateMemoryTests {

    private static final Pattern ATTRIBUTE = Pattern.compile("\\sth:[a-z:-]+=\"([^\"]*)\"");
    private static final Pattern FRAGMENT = Pattern.compile("[\\w/-]+ :: \\w+");

    private final List<String> templates = new ArrayList<>();

    TemplateMemoryTests() throws IOException {
        for (Resource page : new PathMatchingResourcePatternResolver().getResources("classpath*:templates/**/*.html")) {
            templates.add(page.getContentAsString(StandardCharsets.UTF_8));
        }
    }

    @Test
    void thereIsRoomForEveryTemplateWithEveryFragmentAndEveryExpressionOfTheirs() {
        long expressions = distinct(text -> ATTRIBUTE.matcher(text).results().map(found -> found.group(1)));
        long fragments = distinct(text -> FRAGMENT.matcher(text).results().map(found -> found.group()));

        // An attribute can hold several expressions, and each is kept as Thymeleaf's and as Spring's.
        assertThat(expressions * 2).isBetween(10_000L, (long) TemplateMemory.EXPRESSIONS);
        assertThat(fragments + templates.size()).isBetween(200L, (long) TemplateMemory.TEMPLATES);
    }

    @Test
    void theEngineRemembersThatMuch() {
        SpringTemplateEngine engine = new SpringTemplateEngine();
        assertThat(new TemplateMemory(engine)).isNotNull();

        StandardCacheManager cache = (StandardCacheManager) engine.getCacheManager();
        assertThat(cache.getTemplateCacheMaxSize()).isEqualTo(TemplateMemory.TEMPLATES);
        assertThat(cache.getExpressionCacheMaxSize()).isEqualTo(TemplateMemory.EXPRESSIONS);
    }

    private long distinct(Function<String, Stream<String>> found) {
        return templates.stream().flatMap(found).distinct().count();
    }
}
