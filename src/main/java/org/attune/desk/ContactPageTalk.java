package org.attune.desk;

import java.time.Instant;
import java.util.List;
import org.attune.access.Hat;
import org.attune.conversations.Channel;
import org.attune.conversations.ConversationId;
import org.attune.conversations.ConversationState;
import org.attune.conversations.Outcome;
import org.attune.conversations.StartedBy;
import org.attune.conversations.TalkedMore;
import org.attune.people.ContactId;
import org.attune.platform.web.Waveform;
import org.jspecify.annotations.Nullable;

/**
 * One conversation among what happened with somebody. Of one that may not be read there is only that it took place.
 *
 * @param at when it took place, or for when it is planned
 * @param others who else of theirs was in it, as far as the viewer sees them
 * @param unseen how many more there were
 * @param words what they said that mattered most; never what is personal or sensitive
 * @param how how exactly these are their words, as the quote fragment takes it
 * @param wave none where nothing was logged or it may not be read
 */
public record ContactPageTalk(
        ConversationId id,
        Hat hat,
        Channel channel,
        StartedBy startedBy,
        ConversationState state,
        @Nullable Instant at,
        @Nullable Integer minutes,
        String ownerName,
        boolean mine,
        boolean readable,
        @Nullable Outcome outcome,
        @Nullable TalkedMore talkedMore,
        boolean built,
        boolean moved,
        List<Person> others,
        int unseen,
        @Nullable String words,
        @Nullable String how,
        @Nullable Waveform wave) {

    /** Somebody else of theirs. */
    public record Person(ContactId id, String name) {}

    public ContactPageTalk {
        others = List.copyOf(others);
    }

    public boolean planned() {
        return state == ConversationState.PLANNED;
    }
}
