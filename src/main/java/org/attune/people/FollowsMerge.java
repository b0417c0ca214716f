package org.attune.people;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A module whose rows belong to contacts, and so follow when two contacts are merged. Called in the merging transaction,
 * in Spring's order, with both contacts locked and all deferrable constraints deferred; every row that was moved is named,
 * so that undoing the merge takes back exactly those. A row that would meet one the kept contact already has stays where
 * it is: nobody sees it there, and undoing finds it in its place. The preview of a merge calls {@link #follow} too, and
 * rolls it back.
 */
public interface FollowsMerge {

    /**
     * A row that was moved.
     *
     * @param relation its table
     * @param key its key as it was before; kept as JSON in between, so that what was a UUID comes back as text
     */
    record MovedRow(String relation, Map<String, Object> key) {

        public MovedRow {
            key = Map.copyOf(key);
        }

        public static MovedRow of(String relation, String column, Object value) {
            return new MovedRow(relation, Map.of(column, value));
        }

        public boolean isOf(String table) {
            return relation.equals(table);
        }

        /** A column of the key, whether it comes straight from the database or back from JSON. */
        public UUID uuid(String column) {
            return UUID.fromString(text(column));
        }

        public String text(String column) {
            Object value = key.get(column);
            if (value == null) {
                throw new IllegalArgumentException(relation + " has no " + column + " in its key");
            }
            return value.toString();
        }
    }

    /** Moves what belongs to one contact to another. */
    List<MovedRow> follow(ContactId absorbed, ContactId kept);

    /** Takes back the rows of the relations it knows; others it leaves to their own module. */
    void goBack(ContactId absorbed, ContactId kept, List<MovedRow> rows);
}
