package org.attune.platform;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * Ids for {@code = any (:ids)} in a statement that takes longer to plan than to answer. PostgreSQL takes an array of unknown length
 * for one of ten, and keeps its plan only if planning for the array at hand makes none that looks cheaper. So there are never
 * fewer: the last is repeated, which changes nothing.
 */
public final class ManyIds {

    private static final int AT_LEAST = 12;

    private ManyIds() {}

    public static UUID[] of(Collection<UUID> ids) {
        List<UUID> many = new ArrayList<>(ids);
        UUID last = many.isEmpty() ? new UUID(0, 0) : many.get(many.size() - 1);
        while (many.size() < AT_LEAST) {
            many.add(last);
        }
        return many.toArray(UUID[]::new);
    }
}
