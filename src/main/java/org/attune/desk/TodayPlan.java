package org.attune.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.attune.conversations.Channel;
import org.attune.conversations.ConversationId;
import org.attune.conversations.StartedBy;
import org.attune.people.ContactId;
import org.jspecify.annotations.Nullable;

/**
 * A planned conversation, with what is worth knowing in twenty seconds.
 *
 * @param promises open ones with its people, the earliest first
 * @param assumptions what is still to be tested, in our words
 */
public record TodayPlan(
        ConversationId id,
        Instant at,
        Channel channel,
        StartedBy startedBy,
        boolean askedFor,
        @Nullable Integer minutes,
        List<Person> people,
        @Nullable LastWords lastWords,
        List<Due> promises,
        List<String> assumptions) {

    public TodayPlan {
        people = List.copyOf(people);
        promises = List.copyOf(promises);
        assumptions = List.copyOf(assumptions);
    }

    /** @param isNew nobody of us has heard them yet */
    public record Person(
            ContactId id,
            String name,
            String givenName,
            @Nullable String company,
            @Nullable String stage,
            boolean isNew,
            int openThreads) {}

    /**
     * What was heard last from one of them.
     *
     * @param how as the quote fragment takes it
     * @param waiting it is an open thread: nobody has asked since
     */
    public record LastWords(
            String words,
            @Nullable String how,
            String speaker,
            Instant saidAt,
            int turn,
            String href,
            boolean waiting) {}

    /** @param mine whether the viewer has to keep it; theirs where neither mine nor ours */
    public record Due(String person, String words, LocalDate day, boolean ours, boolean mine) {}
}
