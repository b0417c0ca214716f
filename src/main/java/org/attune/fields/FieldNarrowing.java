package org.attune.fields;

import java.util.List;
import org.attune.platform.web.Option;
import org.jspecify.annotations.Nullable;

/**
 * A field as the form above a list narrows it.
 *
 * @param options what it can be, where that is chosen
 * @param value what is looked for, or how it is chosen
 * @param without whether those are looked for who have no value
 */
public record FieldNarrowing(
        Field field,
        List<Option> options,
        @Nullable String value,
        @Nullable String from,
        @Nullable String to,
        boolean without) {}
