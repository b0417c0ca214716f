package org.attune.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.context.MessageSource;
import org.springframework.context.NoSuchMessageException;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.io.support.PropertiesLoaderUtils;

class ModuleMessagesTests {

    private final ModuleMessages messages = (ModuleMessages) PageConfiguration.messageSource();

    ModuleMessagesTests() throws IOException {}

    @Test
    void saysOfEveryKeyWhatAskingAllBundlesSays() throws IOException {
        ResourceBundleMessageSource all = new ResourceBundleMessageSource();
        all.setBasenames(messages.getBasenameSet().toArray(String[]::new));
        all.setDefaultEncoding("UTF-8");
        all.setFallbackToSystemLocale(false);

        List<String> keys = keys();
        assertThat(keys).hasSizeGreaterThan(5_000).contains("platform.name", "typeMismatch");
        for (Locale locale : List.of(Locale.UK, Locale.GERMANY)) {
            assertThat(keys)
                    .allSatisfy(key -> assertThat(said(messages, key, locale)).isEqualTo(said(all, key, locale)));
            assertThat(keys)
                    .filteredOn(key -> !key.startsWith("jakarta.")) // the validator fills those in
                    .allSatisfy(key ->
                            assertThat(said(messages, key, locale, 7, 8)).isEqualTo(said(all, key, locale, 7, 8)));
        }
    }

    @Test
    void whatIsNowhereIsNotFound() {
        for (String key : List.of("people.nobody.said.so", "nobody.said.so", "nobody", ".", "")) {
            assertThatThrownBy(() -> messages.getMessage(key, null, Locale.UK))
                    .isInstanceOf(NoSuchMessageException.class);
            assertThat(messages.getMessage(key, null, "as it is", Locale.UK)).isEqualTo("as it is");
        }
    }

    private static String said(MessageSource messages, String key, Locale locale, Object... arguments) {
        return Objects.requireNonNull(messages.getMessage(key, arguments, "not there", locale));
    }

    private static List<String> keys() throws IOException {
        Resource[] bundles = new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*.properties");
        return Arrays.stream(bundles)
                .flatMap(ModuleMessagesTests::keys)
                .distinct()
                .toList();
    }

    private static Stream<String> keys(Resource bundle) {
        try {
            Properties words = PropertiesLoaderUtils.loadProperties(new EncodedResource(bundle, "UTF-8"));
            Set<String> names = words.stringPropertyNames();
            return names.stream();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
