package org.attune.people.web;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.attune.access.Viewer;
import org.attune.fields.Answers;
import org.attune.fields.FieldForms;
import org.attune.fields.FieldForms.Asked;
import org.attune.fields.FieldValues;
import org.attune.fields.Holder;
import org.attune.platform.web.FormErrors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;

/** The organisation's own fields in the forms of contacts and companies. */
@Component
class FieldsInForm {

    private final FieldForms forms;
    private final FieldValues values;

    FieldsInForm(FieldForms forms, FieldValues values) {
        this.forms = forms;
        this.values = values;
    }

    Asked ofSomebodyNew(Holder holder) {
        return forms.asked(holder, Answers.none());
    }

    Asked of(Viewer viewer, Holder holder, UUID id) {
        return forms.asked(holder, values.of(viewer, holder, id));
    }

    Map<String, String> typed(Asked asked) {
        return forms.typed(asked);
    }

    Answers read(Viewer viewer, Asked asked, @Nullable Map<String, String> typed, BindingResult errors) {
        return forms.read(
                viewer, asked, Objects.requireNonNullElse(typed, Map.of()), refused -> FormErrors.add(errors, refused));
    }

    void show(Viewer viewer, Asked asked, Model model) {
        model.addAttribute("asked", forms.inputs(viewer, asked));
    }

    /** What a form brought, without what nobody filled in. */
    static Map<String, String> filledIn(@Nullable Map<String, @Nullable String> brought) {
        Map<String, String> filled = new TreeMap<>();
        if (brought != null) {
            brought.forEach((field, words) -> {
                if (words != null) {
                    filled.put(field, words);
                }
            });
        }
        return filled;
    }
}
