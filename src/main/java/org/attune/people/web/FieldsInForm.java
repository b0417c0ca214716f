package org.attune.people.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.attune.access.Viewer;
import org.attune.fields.Answers;
import org.attune.fields.Field;
import org.attune.fields.FieldColumns;
import org.attune.fields.FieldFilter;
import org.attune.fields.FieldForms;
import org.attune.fields.FieldForms.Asked;
import org.attune.fields.FieldValues;
import org.attune.fields.Fields;
import org.attune.fields.Holder;
import org.attune.platform.KeysetPage;
import org.attune.platform.web.FormErrors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;

/** The organisation's own fields in the forms of contacts and companies. */
@Component
class FieldsInForm {

    private final Fields fields;
    private final FieldForms forms;
    private final FieldColumns columns;
    private final FieldValues values;

    FieldsInForm(Fields fields, FieldForms forms, FieldColumns columns, FieldValues values) {
        this.fields = fields;
        this.columns = columns;
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

    /** One page of a list that is narrowed by them, and has columns of them. */
    <T> void list(
            Viewer viewer,
            Holder holder,
            Map<String, String> typed,
            Function<FieldFilter, KeysetPage<T>> list,
            Function<T, UUID> id,
            Model model) {
        List<Field> asked = fields.asked(holder);
        List<Field> shown = FieldColumns.of(asked);
        KeysetPage<T> page = list.apply(FieldFilter.of(asked, typed, viewer.locale()));
        List<UUID> ids = page.items().stream().map(id).toList();
        model.addAttribute("page", page)
                .addAttribute("columns", shown)
                .addAttribute("cells", columns.cells(viewer, holder, shown, ids))
                .addAttribute("narrowing", forms.narrowing(viewer, asked, typed))
                .addAttribute("narrowed", !typed.isEmpty());
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
