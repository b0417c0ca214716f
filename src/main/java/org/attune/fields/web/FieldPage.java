package org.attune.fields.web;

import java.util.UUID;
import org.attune.fields.Field;
import org.attune.fields.Fields;
import org.attune.platform.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The page of one field with its choices, whichever of its forms was sent. */
@Component
class FieldPage {

    private final Fields fields;
    private final FieldOptions options;

    FieldPage(Fields fields, FieldOptions options) {
        this.fields = fields;
        this.options = options;
    }

    /** One more choice. */
    record ChoiceForm(@Nullable UUID id, @Nullable String name) {}

    String show(Field field, Model model) {
        if (!model.containsAttribute("form")) {
            model.addAttribute("form", FieldForm.of(field));
        }
        if (!model.containsAttribute("choice")) {
            model.addAttribute("choice", new ChoiceForm(Ids.next(), null));
        }
        model.addAttribute("field", field)
                .addAttribute("use", fields.use(field))
                .addAttribute("kinds", options.kinds());
        return "fields/field";
    }
}
