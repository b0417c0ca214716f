package org.attune.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of what was found of a group.
 *
 * @param next where it goes on; none at its end
 * @param stop why there may be more than these; none where there are not
 */
public record Hits(
        List<Hit> items, @Nullable String next, @Nullable Stop stop) {

    /** Looking stops after so much, and says so. */
    public enum Stop {
        /** So many conversations were read, the latest first; it goes on further back. */
        READ_SO_FAR(WordSearch.TALKS),
        /** So many fit, and only these were looked at. */
        TOO_MANY(NameSearch.MOST);

        private final int rows;

        Stop(int rows) {
            this.rows = rows;
        }

        public int rows() {
            return rows;
        }

        /** At the end of keys of words. */
        public String word() {
            return this == READ_SO_FAR ? "read-so-far" : "too-many";
        }
    }

    boolean saysSomething() {
        return !items.isEmpty() || stop != null;
    }
}
