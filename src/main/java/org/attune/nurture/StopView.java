package org.attune.nurture;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.attune.people.ContactId;
import org.jspecify.annotations.Nullable;

/**
 * A stop: somebody is not to hear from us any more.
 *
 * @param undoableUntil the last day on which it can be undone
 * @param mayUndo whether the viewer can undo it now
 * @param backSince when they came back by themselves, and where; none as long as it holds
 */
public record StopView(
        UUID id,
        ContactId contact,
        String contactName,
        Wish wish,
        @Nullable String why,
        String saidBy,
        Instant saidAt,
        LocalDate undoableUntil,
        boolean mayUndo,
        @Nullable Instant backSince,
        @Nullable String backHref) {

    /** Whether they are left alone. */
    public boolean holds() {
        return backSince == null;
    }
}
