package org.attune.conversations;

import java.time.Instant;
import java.util.List;
import org.attune.access.Hat;
import org.attune.access.UserId;
import org.jspecify.annotations.Nullable;

/**
 * A conversation without its turns.
 *
 * @param participants those the viewer sees
 * @param others how many more there were, whom the viewer does not see
 * @param mine whether the viewer is its owner
 * @param tended its owner, and whoever works with one of its people
 * @param mayClose it goes on, and the viewer tends it
 * @param mayReopen its owner, for a day after it ended
 */
public record ConversationView(
        ConversationId id,
        List<ParticipantView> participants,
        int others,
        UserId owner,
        String ownerName,
        Hat hat,
        Channel channel,
        StartedBy startedBy,
        ConversationState state,
        @Nullable Instant plannedFor,
        @Nullable Integer plannedMinutes,
        boolean askedFor,
        @Nullable Instant happenedAt,
        @Nullable Integer minutes,
        Instant loggedAt,
        @Nullable Outcome outcome,
        @Nullable TalkedMore talkedMore,
        boolean built,
        boolean moved,
        Visibility visibility,
        boolean complete,
        @Nullable String note,
        @Nullable Instant endedAt,
        int turns,
        int heardTurns,
        int ourTurns,
        int theirWords,
        int ourWords,
        int lastSeq,
        @Nullable Instant lastHeardAt,
        boolean mine,
        boolean tended,
        boolean mayClose,
        boolean mayReopen,
        int version) {

    public ConversationView {
        participants = List.copyOf(participants);
    }

    public boolean goesOn() {
        return state.goesOn();
    }
}
