package org.attune.platform.web;

import java.io.IOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.web.servlet.LocaleResolver;

/** The words of all modules, in the person's own locale. */
@Configuration(proxyBeanMethods = false)
class PageConfiguration {

    /**
     * Every module brings a bundle of its own; a new file is found without being named anywhere. What ends in a language, as
     * {@code people_de}, is the bundle before that ending in this language.
     */
    @Bean
    static MessageSource messageSource() throws IOException {
        Resource[] bundles = new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*.properties");
        ModuleMessages messages = new ModuleMessages();
        messages.setBasenames(Arrays.stream(bundles)
                .map(bundle -> String.valueOf(bundle.getFilename()))
                .map(file -> ModuleMessages.FOLDER + file.replaceFirst("(_[a-z]{2})?\\.properties$", ""))
                .distinct()
                .sorted()
                .toArray(String[]::new));
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }

    @Bean
    LocaleResolver localeResolver(ObjectProvider<WhoIsThere> whoIsThere, ObjectProvider<HouseLocale> house) {
        return new PersonLocaleResolver(
                whoIsThere.getIfAvailable(() -> Optional::empty), house.getIfAvailable(() -> () -> Locale.UK));
    }

    @Bean
    ErasedWords erasedWords(Say say, MessageSource messages) {
        return new ErasedWords(say, messages);
    }

    @Bean
    Say say(
            Clock clock,
            MessageSource messages,
            ObjectProvider<WhoIsThere> whoIsThere,
            ObjectProvider<HouseZone> house) {
        return new Say(
                clock,
                messages,
                whoIsThere.getIfAvailable(() -> Optional::empty),
                house.getIfAvailable(() -> () -> ZoneOffset.UTC));
    }
}
