package org.attune.conversations;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A theme as the admin sees it: numbers, and no word of a customer.
 *
 * @param turns how many heard turns carry it, counted no further than 100
 * @param also the names that were merged into it
 * @param mergedInto the theme it was merged into; none while it goes on
 */
public record TendedTheme(
        UUID id,
        String name,
        int turns,
        boolean retired,
        int version,
        List<String> also,
        @Nullable UUID mergedInto) {

    public TendedTheme {
        also = List.copyOf(also);
    }

    public boolean isMany() {
        return turns >= 100;
    }

    public boolean isMerged() {
        return mergedInto != null;
    }
}
