package org.attune.audit.web;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.attune.audit.Mentioned;
import org.attune.platform.web.Say;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says a value of the database the way people read it: names for identifiers, days for dates, yes and no. */
@Component
public class ValueWords {

    private final Say say;
    private final MessageSource messages;

    ValueWords(Say say, MessageSource messages) {
        this.say = say;
        this.messages = messages;
    }

    public @Nullable String say(String column, @Nullable Object value, Map<UUID, String> names) {
        if (value == null) {
            return null;
        }
        if (value instanceof Boolean yes) {
            return word(yes ? "audit.value.yes" : "audit.value.no");
        }
        if (value instanceof BigDecimal || value instanceof Number) {
            return column.equals("number") ? value.toString() : say.number((Number) value);
        }
        return value instanceof String text ? text(column, text, names) : value.toString();
    }

    private String text(String column, String text, Map<UUID, String> names) {
        if (text.length() == 36) {
            Optional<UUID> id = Mentioned.in(text);
            if (id.isPresent()) {
                String name = names.getOrDefault(id.get(), word("audit.value.record", text.substring(24)));
                return moment(name).orElse(name);
            }
        }
        Optional<String> moment = moment(text);
        if (moment.isPresent()) {
            return moment.get();
        }
        return isCode(column, text) ? text.replace('_', ' ') : text;
    }

    /** From a closed set: names of the product with underscores between their words. */
    private static boolean isCode(String column, String text) {
        return text.matches("[a-z]+(_[a-z]+)+") && !column.matches(".*(words|name|title|note|text).*");
    }

    private Optional<String> moment(String text) {
        try {
            if (text.matches("\\d{4}-\\d\\d-\\d\\d")) {
                return Optional.of(say.day(LocalDate.parse(text)));
            }
            if (text.matches("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+[+-]\\d\\d:\\d\\d")) {
                Instant at = OffsetDateTime.parse(text).toInstant();
                return Optional.of(say.dayAndTime(at));
            }
        } catch (DateTimeException notOne) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    private String word(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }
}
