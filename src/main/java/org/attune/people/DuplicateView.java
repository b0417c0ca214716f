package org.attune.people;

import org.jspecify.annotations.Nullable;

/** Somebody who is known already and may be the same person. */
public record DuplicateView(
        ContactId id, String name, @Nullable String company, String owner, boolean archived, Likeness likeness) {

    /** What two people have in common; the surest first. */
    public enum Likeness {
        SAME_EMAIL,
        SAME_PHONE,
        SIMILAR_NAME
    }
}
