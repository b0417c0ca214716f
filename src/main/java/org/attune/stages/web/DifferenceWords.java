package org.attune.stages.web;

import java.util.List;
import java.util.Locale;
import org.attune.access.Hat;
import org.attune.stages.Ask;
import org.attune.stages.Colour;
import org.attune.stages.Difference;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What is different between two definitions, in sentences. */
@Component
class DifferenceWords {

    private final MessageSource messages;
    private final AskWords asks;

    DifferenceWords(MessageSource messages, AskWords asks) {
        this.messages = messages;
        this.asks = asks;
    }

    List<String> of(List<Difference> differences) {
        return differences.stream().map(this::of).toList();
    }

    private String of(Difference difference) {
        String what = difference.what().name().toLowerCase(Locale.ROOT);
        return say("stages.difference." + what, difference.stage(), word(difference.was()), word(difference.becomes()));
    }

    private String word(@Nullable Object value) {
        if (value == null) {
            return say("stages.difference.none");
        }
        if (value instanceof Hat hat) {
            return say("platform.hat." + hat.name().toLowerCase(Locale.ROOT) + ".hat");
        }
        if (value instanceof Colour colour) {
            return say("stages.colour." + colour.word());
        }
        if (value instanceof Boolean allowed) {
            return say(allowed ? "stages.override.reason" : "stages.override.never");
        }
        return value instanceof Ask ask ? asks.of(ask) : value.toString();
    }

    private String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }
}
