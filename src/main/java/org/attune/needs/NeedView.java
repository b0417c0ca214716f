package org.attune.needs;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.attune.conversations.TurnId;
import org.jspecify.annotations.Nullable;

/**
 * A need as somebody sees it: what they said, its people, its cost, what was found, how far it has come.
 *
 * @param place among Exploring, Weighing and Deciding; none once it ended, and for what they want to know
 * @param how the way it ended; none as long as it is open
 * @param cost the newest they said
 * @param estimate ours, where it is newer than what they said
 * @param solution the newest
 * @param playback the last
 * @param words where they state it and what cost, solution and playback stand on; on its own page all that was heard; where they state
 *     it first, then latest first
 * @param heard how much was heard about it, whether shown or not
 * @param others how many of its people the viewer does not see
 * @param tended whether the viewer works with one of its people
 */
public record NeedView(
        NeedId id,
        NeedKind kind,
        String title,
        NeedState state,
        @Nullable Place place,
        @Nullable Ending how,
        @Nullable String endedWhy,
        @Nullable Instant endedAt,
        String notedBy,
        Instant notedAt,
        int version,
        @Nullable CostView cost,
        @Nullable CostView estimate,
        @Nullable SolutionView solution,
        @Nullable PlaybackView playback,
        List<NeedPersonView> people,
        List<NotMetView> notMet,
        List<HeardWords> words,
        int heard,
        int others,
        boolean tended) {

    public NeedView {
        people = List.copyOf(people);
        notMet = List.copyOf(notMet);
        words = List.copyOf(words);
    }

    /** What they said of it itself, latest first. */
    public List<HeardWords> stating() {
        return words.stream().filter(HeardWords::states).toList();
    }

    /** The words behind something, where the viewer may read them. */
    public Optional<HeardWords> words(@Nullable TurnId turn) {
        return words.stream().filter(heard -> heard.turn().equals(turn)).findFirst();
    }

    public boolean open() {
        return state.open();
    }
}
