package org.attune.desk.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.attune.access.Hat;
import org.attune.conversations.Channel;
import org.attune.conversations.StartedBy;
import org.attune.conversations.Visibility;
import org.attune.platform.web.Option;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The closed sets a person chooses from, in words. */
@Component
public class Choices {

    private final MessageSource messages;

    Choices(MessageSource messages) {
        this.messages = messages;
    }

    public List<Option> getChannels() {
        return options("desk.channel.", Channel.values());
    }

    public List<Option> getStartedBy() {
        return options("desk.started-by.", StartedBy.values());
    }

    public List<Option> getHats() {
        return options("platform.hat.", Hat.values());
    }

    /** With a sentence each that says who will be able to read it. */
    public List<Option> getVisibilities() {
        return Arrays.stream(Visibility.values())
                .map(v -> new Option(
                        v.name(), say("desk.visibility." + key(v)), say("desk.visibility." + key(v) + ".says"), null))
                .toList();
    }

    private List<Option> options(String prefix, Enum<?>[] values) {
        return Arrays.stream(values)
                .map(value -> new Option(value.name(), say(prefix + key(value))))
                .toList();
    }

    private static String key(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private String say(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
