package org.attune.fields;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something an organisation wants to know.
 *
 * @param required asked for whenever somebody fills in the form
 * @param listed a column of the list
 * @param searched found by the words in it
 * @param retired not asked for any more; its values stay to be read
 * @param choices those that are offered, in their order, then those that are retired
 */
public record Field(
        UUID id,
        Holder holder,
        FieldKind kind,
        String name,
        @Nullable String hint,
        boolean required,
        boolean listed,
        boolean searched,
        boolean retired,
        int version,
        List<FieldChoice> choices) {

    public Field {
        choices = List.copyOf(choices);
    }

    /** How forms and addresses call it: a name that can stand in any of them. */
    public String key() {
        return key(id);
    }

    static String key(UUID id) {
        return "f" + id.toString().replace("-", "");
    }

    /** Where a form keeps what was typed into it. */
    public String path() {
        return "fields[" + key() + "]";
    }

    public List<FieldChoice> offered() {
        return choices.stream().filter(choice -> !choice.retired()).toList();
    }

    public List<FieldChoice> retiredChoices() {
        return choices.stream().filter(FieldChoice::retired).toList();
    }

    String choiceNamed(String id) {
        return choices.stream()
                .filter(choice -> choice.id().toString().equals(id))
                .map(FieldChoice::name)
                .findFirst()
                .orElse("");
    }
}
