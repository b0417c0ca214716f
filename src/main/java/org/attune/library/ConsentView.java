package org.attune.library;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A consent as the page of its story shows it.
 *
 * @param how how they said so; none where a turn says it
 * @param turn the page with the turn in which they said so; none where there is none, or the viewer may not read it
 * @param otherWords whether the story was reworded since
 */
public record ConsentView(
        UUID id,
        Consent consent,
        @Nullable String how,
        boolean inTurn,
        @Nullable String turn,
        String notedBy,
        Instant notedAt,
        @Nullable Instant endedAt,
        @Nullable String withdrawnBy,
        boolean otherWords) {

    /** How and where they said so stays within the team: it says who they are. */
    ConsentView forOthers() {
        return new ConsentView(id, consent, null, inTurn, null, notedBy, notedAt, endedAt, withdrawnBy, otherWords);
    }
}
