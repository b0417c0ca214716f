package org.attune.fields;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.attune.platform.web.Figures;
import org.attune.platform.web.Say;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says what fields hold the way people read it: their digits, days as days, choices by name. */
@Component
public class FieldWords {

    private static final int DIGITS = 6;

    private final Say say;
    private final MessageSource messages;

    FieldWords(Say say, MessageSource messages) {
        this.say = say;
        this.messages = messages;
    }

    /** What is answered, field by field, in the order of the fields. */
    public List<FieldLine> lines(List<Field> fields, Answers answers) {
        return fields.stream()
                .filter(field -> answers.isAnswered(field.id()))
                .map(field -> line(field, answers))
                .toList();
    }

    public FieldLine line(Field field, Answers answers) {
        List<String> values = answers.of(field.id());
        return new FieldLine(
                field.id(),
                field.name(),
                values.stream().map(value -> say(field, value)).toList(),
                field.kind() == FieldKind.LINK && !values.isEmpty() ? values.get(0) : null,
                field.retired());
    }

    private String say(Field field, String value) {
        return switch (field.kind()) {
            case TEXT -> value;
            case LINK -> value.replaceFirst("^(https?://|mailto:)", "");
            case NUMBER -> number(value, true);
            case DAY -> say.day(LocalDate.parse(value));
            case CHOICE, CHOICES -> field.choiceNamed(value);
            case YES_NO -> word(value.equals("true") ? "fields.yes" : "fields.no");
        };
    }

    /** For a person to compare with another version: what is said of somebody else, and then the fields. */
    public String below(String others, List<Field> fields, Answers answers) {
        return Stream.concat(
                        Stream.of(others).filter(words -> !words.isEmpty()),
                        lines(fields, answers).stream().map(line -> word("fields.line", line.name(), line.text())))
                .collect(Collectors.joining("\n"));
    }

    /** What stands in a form before anybody types: of several choices all ids, with commas between them. */
    @Nullable
    String typed(Field field, Answers answers) {
        List<String> values = answers.of(field.id());
        if (values.isEmpty()) {
            return null;
        }
        return field.kind() == FieldKind.NUMBER ? number(values.get(0), false) : String.join(",", values);
    }

    private static String number(String value, boolean grouped) {
        NumberFormat format = NumberFormat.getNumberInstance(Figures.of(LocaleContextHolder.getLocale()));
        format.setMaximumFractionDigits(DIGITS);
        format.setGroupingUsed(grouped);
        return format.format(new BigDecimal(value));
    }

    /** A field itself, for an admin to compare with another version. */
    String described(Field field) {
        return Stream.of(
                        field.name(),
                        field.hint(),
                        word("fields.kind." + field.kind().word()),
                        field.required() ? word("fields.required") : null,
                        field.listed() ? word("fields.listed") : null,
                        field.searched() ? word("fields.searched") : null)
                .filter(Objects::nonNull)
                .collect(Collectors.joining("\n"));
    }

    private String word(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }
}
