package org.attune.bench;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page that is measured, by the addresses it is called at.
 *
 * @param budget what its 95th percentile may be, in milliseconds, for one user at a time; none where nobody settled one
 * @param about what is special about what it shows, such as how many turns there are
 */
record Page(String name, @Nullable Integer budget, String role, String about, List<Visit> visits) {

    /** How its files are called. */
    String file() {
        return (name + "-" + role).toLowerCase().replaceAll("[^a-z0-9]+", "-");
    }
}
