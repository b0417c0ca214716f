package org.attune.fields.web;

import jakarta.validation.constraints.NotNull;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import org.attune.fields.FieldKind;
import org.attune.fields.Holder;
import org.attune.fields.NewField;
import org.attune.platform.Ids;
import org.jspecify.annotations.Nullable;

/** Something more is to be known. Everything arrives as text, so that it can be shown again. */
record NewFieldForm(
        @NotNull @Nullable UUID id,
        @Nullable String holder,
        @Nullable String kind,
        @Nullable String name) {

    static NewFieldForm empty() {
        return new NewFieldForm(Ids.next(), Holder.CONTACT.name(), FieldKind.TEXT.name(), null);
    }

    NewField field() {
        return new NewField(
                Objects.requireNonNull(id),
                chosen(Holder.class, holder, Holder.CONTACT),
                chosen(FieldKind.class, kind, FieldKind.TEXT),
                Objects.requireNonNullElse(name, ""));
    }

    static <E extends Enum<E>> E chosen(Class<E> set, @Nullable String word, E otherwise) {
        return Arrays.stream(set.getEnumConstants())
                .filter(one -> one.name().equals(word))
                .findFirst()
                .orElse(otherwise);
    }
}
