package org.attune.platform;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list that is paged by key.
 *
 * @param items what is shown
 * @param next the key after which the next page begins, or none on the last
 */
public record KeysetPage<T>(List<T> items, @Nullable String next) {

    public KeysetPage {
        items = List.copyOf(items);
    }

    /**
     * Cuts a page from a query that asked for one row more than is shown.
     *
     * @param rows at most {@code size + 1} rows
     * @param key the key of a row, as it travels in the link to the next page
     */
    public static <T> KeysetPage<T> of(List<T> rows, int size, Function<T, String> key) {
        if (rows.size() <= size) {
            return new KeysetPage<>(rows, null);
        }
        List<T> shown = rows.subList(0, size);
        return new KeysetPage<>(shown, key.apply(shown.get(size - 1)));
    }
}
