package org.attune.people;

import java.util.List;
import java.util.Map;

/**
 * A module whose rows belong to contacts, and so follow when two contacts are merged. Called in the merging transaction,
 * in Spring's order; every row that was moved is named, so that undoing the merge takes back exactly those.
 */
public interface FollowsMerge {

    /** A row that was moved: which table, and its key as it was before. */
    record MovedRow(String relation, Map<String, Object> key) {}

    /** Moves what belongs to one contact to another. */
    List<MovedRow> follow(ContactId absorbed, ContactId kept);

    /** Takes back the rows of the relations it knows; others it leaves to their own module. */
    void goBack(ContactId absorbed, ContactId kept, List<MovedRow> rows);
}
