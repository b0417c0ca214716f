package org.attune.conversations;

import java.time.Instant;
import java.util.List;
import org.attune.access.Hat;
import org.jspecify.annotations.Nullable;

/**
 * One conversation in a list. Of one that may not be read there is only that it took place: when, how and with whom.
 *
 * @param with names of the participants the viewer sees, whoever it was begun with first
 * @param at when it took place, or for what moment it is planned
 * @param wave the first turns, for its small waveform; empty where it may not be read
 */
public record ConversationLine(
        ConversationId id,
        List<String> with,
        int others,
        String ownerName,
        Hat hat,
        Channel channel,
        StartedBy startedBy,
        ConversationState state,
        @Nullable Instant at,
        @Nullable Integer minutes,
        @Nullable Outcome outcome,
        @Nullable TalkedMore talkedMore,
        int heardTurns,
        int ourTurns,
        @Nullable String note,
        boolean readable,
        boolean mine,
        List<Bar> wave) {

    public ConversationLine {
        with = List.copyOf(with);
        wave = List.copyOf(wave);
    }
}
