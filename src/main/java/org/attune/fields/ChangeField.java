package org.attune.fields;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A field is described anew.
 *
 * @param version the one the form was opened with
 * @param kind another one only as long as nothing is kept in it
 */
public record ChangeField(
        UUID id,
        int version,
        FieldKind kind,
        String name,
        @Nullable String hint,
        boolean required,
        boolean listed,
        boolean searched) {}
