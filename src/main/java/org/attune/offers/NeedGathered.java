package org.attune.offers;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.attune.needs.NeedId;
import org.attune.people.ContactId;
import org.jspecify.annotations.Nullable;

/** One need while what is known about it is read; what was noted stands on a turn only where that may be read too. */
final class NeedGathered {

    private static final BigDecimal MONTHS = BigDecimal.valueOf(12);

    private final UUID id;
    private final String title;
    private final boolean ended;
    private final Set<ContactId> people;
    private final @Nullable String language;
    private final Map<UUID, Piece> pieces = new HashMap<>();
    private final List<NeedFacts.Heard> heard = new ArrayList<>();
    private final List<Beside> questions = new ArrayList<>();
    private final List<Beside> responses = new ArrayList<>();
    private final List<Piece> asks = new ArrayList<>();

    private @Nullable Piece playback;
    private @Nullable Answered answered;
    private @Nullable Costs costs;
    private @Nullable Solved solved;

    NeedGathered(UUID id, String title, boolean ended, Set<ContactId> people, @Nullable String language) {
        this.id = id;
        this.title = title;
        this.ended = ended;
        this.people = people;
        this.language = language;
    }

    /** A turn of ours, and the heard one it belongs to. */
    private record Beside(Piece ours, UUID heard) {}

    record Answered(UUID id, boolean yes, UUID answer) {}

    record Costs(
            UUID id,
            String kind,
            @Nullable BigDecimal low,
            @Nullable String currency,
            @Nullable String per,
            @Nullable UUID turn) {}

    record Solved(
            UUID id,
            String ourPart,
            String theirPart,
            @Nullable UUID contributed,
            @Nullable UUID agreed) {}

    void noted(@Nullable Answered newestAnswer, @Nullable Costs newestCosts, @Nullable Solved newestSolution) {
        answered = newestAnswer;
        costs = newestCosts;
        solved = newestSolution;
    }

    void hear(Piece piece, boolean states, boolean reaction) {
        pieces.put(piece.uuid(), piece);
        heard.add(new NeedFacts.Heard(piece, states, reaction));
    }

    void question(Piece question, UUID answer) {
        questions.add(new Beside(question, answer));
    }

    void response(Piece response, UUID names) {
        responses.add(new Beside(response, names));
    }

    void ask(Piece piece) {
        asks.add(piece);
    }

    void playback(Piece piece) {
        playback = piece;
    }

    NeedFacts facts(Map<Rule, List<Piece>> carried) {
        return new NeedFacts(
                new NeedId(id),
                title,
                ended,
                people,
                language,
                heard,
                heardOf(questions)
                        .map(one -> new NeedFacts.Answer(one.ours(), Objects.requireNonNull(piece(one.heard()))))
                        .toList(),
                heardOf(responses)
                        .map(one -> new NeedFacts.Reply(one.ours(), Objects.requireNonNull(piece(one.heard()))))
                        .toList(),
                confirmation(),
                cost(),
                solution(),
                asks,
                carried);
    }

    private Stream<Beside> heardOf(List<Beside> ours) {
        return ours.stream().filter(one -> pieces.containsKey(one.heard()));
    }

    private NeedFacts.@Nullable Confirmation confirmation() {
        Piece answer = answered == null ? null : piece(answered.answer());
        return answered == null || answer == null
                ? null
                : new NeedFacts.Confirmation(answered.id(), answered.yes(), answer, playback);
    }

    private NeedFacts.@Nullable Cost cost() {
        if (costs == null || costs.turn() != null && piece(costs.turn()) == null) {
            return null;
        }
        return new NeedFacts.Cost(
                costs.id(), costs.kind(), costs.low(), yearly(costs), costs.currency(), piece(costs.turn()));
    }

    private static @Nullable BigDecimal yearly(Costs costs) {
        BigDecimal low = costs.low();
        return low != null && "month".equals(costs.per()) ? low.multiply(MONTHS) : low;
    }

    private NeedFacts.@Nullable Solution solution() {
        return solved == null
                ? null
                : new NeedFacts.Solution(
                        solved.id(),
                        solved.ourPart(),
                        solved.theirPart(),
                        piece(solved.contributed()),
                        piece(solved.agreed()));
    }

    private @Nullable Piece piece(@Nullable UUID turn) {
        return turn == null ? null : pieces.get(turn);
    }
}
