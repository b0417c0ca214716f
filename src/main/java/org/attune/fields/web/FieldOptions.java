package org.attune.fields.web;

import java.util.Arrays;
import java.util.List;
import org.attune.fields.FieldKind;
import org.attune.fields.Holder;
import org.attune.platform.web.Option;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What a field can be, in words to choose from. */
@Component
class FieldOptions {

    private final MessageSource messages;

    FieldOptions(MessageSource messages) {
        this.messages = messages;
    }

    List<Option> kinds() {
        return Arrays.stream(FieldKind.values())
                .map(kind -> new Option(kind.name(), word("fields.kind." + kind.word())))
                .toList();
    }

    List<Option> holders() {
        return Arrays.stream(Holder.values())
                .map(holder -> new Option(holder.name(), word("fields.of." + holder.word())))
                .toList();
    }

    private String word(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
