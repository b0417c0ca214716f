package org.attune.exchange;

import org.attune.people.ContactId;
import org.jspecify.annotations.Nullable;

/**
 * Whose a name in a transcript is.
 *
 * @param contact for somebody we know
 * @param newName for somebody we get to know by it
 */
public record SpeakerIs(
        String label,
        Whose whose,
        @Nullable ContactId contact,
        @Nullable String newName) {

    /** On which side somebody spoke. */
    public enum Whose {
        OURS,
        KNOWN,
        NEW,
        /** To be said when what was said is confirmed. */
        LATER
    }
}
