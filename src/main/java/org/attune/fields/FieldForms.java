package org.attune.fields;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.attune.access.Viewer;
import org.attune.platform.RuleRefused;
import org.attune.platform.web.Option;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The fields in a form about a contact or a company: what stands in them, and what somebody typed. */
@Component
public class FieldForms {

    private final Fields fields;
    private final FieldWords words;
    private final MessageSource messages;

    FieldForms(Fields fields, FieldWords words, MessageSource messages) {
        this.fields = fields;
        this.words = words;
        this.messages = messages;
    }

    /** What a form is made of: its fields, and what is kept in them now. */
    public record Asked(List<Field> fields, Answers held) {}

    public Asked asked(Holder holder, Answers held) {
        return new Asked(fields.asked(holder), held);
    }

    /** What stands in the form before anybody types, by the keys of the fields. */
    public Map<String, String> typed(Asked asked) {
        Map<String, String> typed = new LinkedHashMap<>();
        for (Field field : asked.fields()) {
            String words = this.words.typed(field, asked.held());
            if (words != null) {
                typed.put(field.key(), words);
            }
        }
        return typed;
    }

    public List<FieldInput> inputs(Viewer viewer, Asked asked) {
        return asked.fields().stream()
                .map(field -> new FieldInput(field, options(viewer, field, asked.held())))
                .toList();
    }

    private List<Option> options(Viewer viewer, Field field, Answers held) {
        if (field.kind() == FieldKind.YES_NO) {
            return List.of(
                    new Option("true", word(viewer, "fields.yes")), new Option("false", word(viewer, "fields.no")));
        }
        Stream<Option> kept = field.retiredChoices().stream()
                .filter(choice -> held.of(field.id()).contains(choice.id().toString()))
                .map(choice ->
                        new Option(choice.id().toString(), word(viewer, "fields.choice.no-longer", choice.name())));
        Stream<Option> offered =
                field.offered().stream().map(choice -> new Option(choice.id().toString(), choice.name()));
        return Stream.concat(offered, kept).toList();
    }

    /** What a list can be narrowed by, as it is narrowed now. */
    public List<FieldNarrowing> narrowing(Viewer viewer, List<Field> asked, Map<String, String> typed) {
        return asked.stream()
                .map(field -> new FieldNarrowing(
                        field,
                        options(viewer, field, Answers.none()),
                        typed.get(field.key()),
                        typed.get(field.key() + FieldFilter.FROM),
                        typed.get(field.key() + FieldFilter.TO),
                        "true".equals(typed.get(field.key() + FieldFilter.WITHOUT))))
                .toList();
    }

    /**
     * Reads what was typed into all fields, so that everything that needs another look is said in one go.
     *
     * @param typed by the keys of the fields; others are nobody's
     * @param refused hears of each field that cannot be so, or is required and empty
     */
    public Answers read(Viewer viewer, Asked asked, Map<String, String> typed, Consumer<RuleRefused> refused) {
        FieldReading reading = new FieldReading(viewer.locale());
        Map<UUID, List<String>> values = new LinkedHashMap<>();
        for (Field field : asked.fields()) {
            try {
                List<String> read = reading.read(field, typed.get(field.key()), asked.held());
                if (field.required() && read.isEmpty()) {
                    throw new RuleRefused("fields.value.missing", field.path(), field.name());
                }
                values.put(field.id(), read);
            } catch (RuleRefused wrong) {
                refused.accept(wrong);
            }
        }
        return new Answers(values);
    }

    private String word(Viewer viewer, String key, @Nullable Object... arguments) {
        return messages.getMessage(key, arguments, viewer.locale());
    }
}
