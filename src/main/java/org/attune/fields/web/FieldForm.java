package org.attune.fields.web;

import java.util.Objects;
import org.attune.fields.ChangeField;
import org.attune.fields.Field;
import org.attune.fields.FieldKind;
import org.jspecify.annotations.Nullable;

/**
 * A field is described anew.
 *
 * @param kind left out where it cannot be another one
 */
record FieldForm(
        @Nullable Integer version,
        @Nullable String kind,
        @Nullable String name,
        @Nullable String hint,
        @Nullable Boolean required,
        @Nullable Boolean listed,
        @Nullable Boolean searched) {

    static FieldForm of(Field field) {
        return new FieldForm(
                field.version(),
                field.kind().name(),
                field.name(),
                field.hint(),
                field.required(),
                field.listed(),
                field.searched());
    }

    ChangeField change(Field field) {
        return new ChangeField(
                field.id(),
                Objects.requireNonNullElse(version, -1),
                NewFieldForm.chosen(FieldKind.class, kind, field.kind()),
                Objects.requireNonNullElse(name, ""),
                hint,
                Boolean.TRUE.equals(required),
                Boolean.TRUE.equals(listed),
                Boolean.TRUE.equals(searched));
    }
}
