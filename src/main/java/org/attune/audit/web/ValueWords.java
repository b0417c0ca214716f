package org.attune.audit.web;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    /** Columns that hold nothing but names of the product. */
    private static final Set<String> CODED = Set.of(
            "by",
            "channel",
            "demand",
            "exactness",
            "hat",
            "how",
            "kind",
            "label",
            "language",
            "not_a_fit_for",
            "offer_kind",
            "outcome",
            "per",
            "pronoun",
            "reaction",
            "result",
            "role",
            "rule",
            "second",
            "settled",
            "side",
            "started_by",
            "state",
            "talked_more",
            "theme",
            "verdict",
            "visibility",
            "way",
            "whose_wish");

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
        return isCode(column, text) ? code(column, text) : text;
    }

    /** From a closed set, or a language. Free text is left alone. */
    private static boolean isCode(String column, String text) {
        return CODED.contains(column)
                || text.matches("[a-z]+(_[a-z]+)+") && !column.matches(".*(words|name|title|note|text).*");
    }

    private String code(String column, String text) {
        Locale locale = LocaleContextHolder.getLocale();
        if (column.equals("language")) {
            return Locale.forLanguageTag(text).getDisplayLanguage(locale);
        }
        String own = messages.getMessage("audit.code." + column + "." + text, null, "", locale);
        String word = own == null || own.isEmpty()
                ? messages.getMessage("audit.code." + text, null, text.replace('_', ' '), locale)
                : own;
        return word == null ? text : word;
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
