package org.attune.stages.web;

import java.util.List;
import org.attune.stages.Ask;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What a stage asks for, in a sentence. */
@Component
class AskWords {

    private final MessageSource messages;

    AskWords(MessageSource messages) {
        this.messages = messages;
    }

    /** "a need was heard, and either they came to us or they were introduced" */
    String of(Ask ask) {
        return ask.parts().isEmpty() ? say("stages.words.nothing") : joined(ask);
    }

    private String joined(Ask group) {
        List<String> parts = group.parts().stream().map(this::part).toList();
        String last = parts.get(parts.size() - 1);
        return parts.subList(0, parts.size() - 1).stream()
                .reduce((one, other) -> say("stages.words.comma", one, other))
                .map(before -> say(group.all() ? "stages.words.and" : "stages.words.or", before, last))
                .orElse(last);
    }

    private String part(Ask ask) {
        if (ask.check() != null) {
            return check(ask.check(), ask.n(), ask.days());
        }
        if (ask.parts().isEmpty()) {
            return say("stages.words.nothing");
        }
        return ask.parts().size() == 1
                ? joined(ask)
                : say(
                        ask.all() ? "stages.words.both" : "stages.words.either",
                        joined(ask),
                        ask.parts().size());
    }

    private String check(String key, @Nullable Integer n, @Nullable Integer days) {
        String words = messages.getMessage(
                "stages.asks." + key, new Object[] {n == null ? 1 : n}, key, LocaleContextHolder.getLocale());
        return days == null ? String.valueOf(words) : say("stages.words.within", String.valueOf(words), days);
    }

    private String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }
}
