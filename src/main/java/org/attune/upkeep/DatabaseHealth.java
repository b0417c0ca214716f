package org.attune.upkeep;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the database, and whose version it is.
 *
 * @param size in bytes
 * @param largest the largest tables
 * @param migration the newest that went through
 * @param migrations how many there were
 * @param broken a migration that did not go through
 */
public record DatabaseHealth(
        String version,
        int major,
        long size,
        List<Table> largest,
        String migration,
        Instant migratedAt,
        int migrations,
        @Nullable String broken) {

    /** Attune is built for this one. */
    private static final int TESTED = 18;

    public DatabaseHealth {
        largest = List.copyOf(largest);
    }

    /**
     * @param size with its indexes, in bytes
     * @param rows as PostgreSQL estimates them; none where it never counted
     */
    public record Table(String name, long size, @Nullable Long rows) {}

    public boolean isOlderThanTested() {
        return major < TESTED;
    }
}
