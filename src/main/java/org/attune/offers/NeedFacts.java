package org.attune.offers;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.attune.needs.NeedId;
import org.attune.people.ContactId;
import org.jspecify.annotations.Nullable;

/**
 * What is known about one need, as far as somebody may read it.
 *
 * @param people those it belongs to
 * @param language of whoever of them has been with it for longest and whose language is known
 * @param heard what was heard about it
 * @param answers questions of ours and what was heard in answer to them
 * @param replies responses of ours and what they name
 * @param asks turns in which one of its people asked for an offer
 * @param carried what an accepted offer stood on, where it is made again
 */
public record NeedFacts(
        NeedId need,
        String title,
        boolean ended,
        Set<ContactId> people,
        @Nullable String language,
        List<Heard> heard,
        List<Answer> answers,
        List<Reply> replies,
        @Nullable Confirmation confirmation,
        @Nullable Cost cost,
        @Nullable Solution solution,
        List<Piece> asks,
        Map<Rule, List<Piece>> carried) {

    public NeedFacts {
        people = Set.copyOf(people);
        heard = List.copyOf(heard);
        answers = List.copyOf(answers);
        replies = List.copyOf(replies);
        asks = List.copyOf(asks);
        carried = Map.copyOf(carried);
    }

    /**
     * @param states the need itself is said here
     * @param reaction marked as how they took something of ours
     */
    public record Heard(Piece turn, boolean states, boolean reaction) {}

    public record Answer(Piece question, Piece heard) {}

    public record Reply(Piece response, Piece heard) {}

    /** Their newest answer to a playback. */
    public record Confirmation(
            UUID id, boolean yes, Piece answer, @Nullable Piece playback) {}

    /**
     * The newest they said, or else our own estimate.
     *
     * @param low none where it is not in money
     * @param yearly {@code low} over twelve months
     * @param turn none for our own estimate
     */
    public record Cost(
            UUID id,
            String kind,
            @Nullable BigDecimal low,
            @Nullable BigDecimal yearly,
            @Nullable String currency,
            @Nullable Piece turn) {

        boolean isTheirs() {
            return !kind.equals("our_estimate") && turn != null;
        }
    }

    /** @param agreed none: not agreed yet */
    public record Solution(
            UUID id,
            String ourPart,
            String theirPart,
            @Nullable Piece contributed,
            @Nullable Piece agreed) {}

    /** Heard from one of its people. */
    boolean isFromItsPeople(Piece piece) {
        return piece.isHeard() && piece.speaker() != null && people.contains(piece.speaker());
    }

    /** Heard about it, from one of its people. */
    boolean isAboutIt(Piece piece) {
        return isFromItsPeople(piece)
                && heard.stream().anyMatch(h -> h.turn().turn().equals(piece.turn()));
    }
}
