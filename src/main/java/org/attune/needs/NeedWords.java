package org.attune.needs;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How the database writes the closed sets of this module. */
final class NeedWords {

    private NeedWords() {}

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    static <E extends Enum<E>> E in(Class<E> set, String word) {
        return Enum.valueOf(set, word.toUpperCase(Locale.ROOT));
    }

    static <E extends Enum<E>> @Nullable E of(Class<E> set, @Nullable String word) {
        return word == null ? null : in(set, word);
    }
}
