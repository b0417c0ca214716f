package org.attune.nurture;

import java.time.Instant;
import java.util.UUID;
import org.attune.people.ContactId;
import org.jspecify.annotations.Nullable;

/**
 * Notes something that was done for somebody and is not a conversation. It is done under the hat the viewer wears.
 *
 * @param id made beforehand, so that a repeat is no second touch
 * @param askedFor whether they had asked for it
 * @param happenedAt when; none means now
 */
public record NoteTouch(
        UUID id,
        ContactId contact,
        TouchKind kind,
        boolean askedFor,
        @Nullable String words,
        @Nullable Instant happenedAt,
        Given given) {

    public NoteTouch {
        given = given.of(kind);
        askedFor = askedFor || given.askedTurn() != null;
    }

    /** About nothing but what its words say. */
    public NoteTouch(
            UUID id,
            ContactId contact,
            TouchKind kind,
            boolean askedFor,
            @Nullable String words,
            @Nullable Instant happenedAt) {
        this(id, contact, kind, askedFor, words, happenedAt, Given.NOTHING);
    }
}
