package org.attune.access.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.attune.platform.web.Option;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The words for closed sets of choices. */
@Component
class Words {

    private final MessageSource messages;

    Words(MessageSource messages) {
        this.messages = messages;
    }

    List<Option> of(String prefix, Enum<?>... values) {
        return Arrays.stream(values)
                .map(value -> new Option(value.name(), word(prefix, value)))
                .toList();
    }

    private String word(String prefix, Enum<?> value) {
        String key = prefix + value.name().toLowerCase(Locale.ROOT);
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
