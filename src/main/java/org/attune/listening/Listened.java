package org.attune.listening;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.attune.conversations.Mark;
import org.attune.conversations.TurnKind;

/** How a conversation went, go by go; each figure is the number of the turns or goes it is made of. */
record Listened(List<Go> goes) {

    Listened {
        goes = List.copyOf(goes);
    }

    /** @param turns in their order */
    static Listened to(List<SpokenTurn> turns) {
        return new Listened(Go.in(turns));
    }

    private Stream<Go> of(boolean theirs) {
        return goes.stream().filter(go -> go.isTheirs() == theirs);
    }

    List<Go> asking(boolean theirs) {
        return of(theirs).filter(Go::asks).toList();
    }

    /** Our goes after one of theirs: all but the one with which we may have begun. */
    List<Go> replies() {
        return goes.stream().skip(1).filter(go -> !go.isTheirs()).toList();
    }

    List<Go> acknowledged() {
        return replies().stream().filter(go -> go.has(Mark.ACKNOWLEDGED)).toList();
    }

    List<SpokenTurn> theirQuestions() {
        return turns(true, SpokenTurn::asks);
    }

    /** Those of their questions that a response in our next go names. */
    List<SpokenTurn> takenUp() {
        return IntStream.range(0, goes.size() - 1)
                .filter(at -> goes.get(at).isTheirs())
                .boxed()
                .flatMap(at -> goes.get(at).turns().stream()
                        .filter(SpokenTurn::asks)
                        .filter(turn -> goes.get(at + 1).answers().contains(turn.id())))
                .toList();
    }

    /** Pushed twice in one go is pushed once: a share of goes is never more than all of them. */
    List<Go> pushing() {
        return of(false).filter(go -> go.has(Mark.PUSHED)).toList();
    }

    List<SpokenTurn> pushes() {
        return turns(false, turn -> turn.is(Mark.PUSHED));
    }

    List<SpokenTurn> playedBack() {
        return turns(false, turn -> turn.is(Mark.PLAYED_BACK));
    }

    List<SpokenTurn> askedForOffer() {
        return turns(true, turn -> turn.is(Mark.ASKED_FOR_OFFER));
    }

    List<SpokenTurn> responses() {
        return turns(false, turn -> turn.kind() == TurnKind.RESPONDED);
    }

    /** The most words of ours in a row; the first of several. */
    Optional<Go> longestRun() {
        return of(false).filter(go -> go.words() > 0).max(Comparator.comparingInt(Go::words));
    }

    private List<SpokenTurn> turns(boolean theirs, Predicate<SpokenTurn> which) {
        return of(theirs).flatMap(go -> go.turns().stream()).filter(which).toList();
    }

    private int words(boolean theirs) {
        return of(theirs).mapToInt(Go::words).sum();
    }

    Counts counts() {
        return new Counts(
                (int) of(false).count(),
                (int) of(true).count(),
                words(false),
                words(true),
                asking(false).size(),
                asking(true).size(),
                theirQuestions().size(),
                takenUp().size(),
                replies().size(),
                acknowledged().size(),
                pushing().size(),
                playedBack().size(),
                responses().size(),
                longestRun().map(Go::words).orElse(0));
    }
}
