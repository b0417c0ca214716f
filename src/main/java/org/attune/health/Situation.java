package org.attune.health;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a relationship stands, as far as its next moves follow from it.
 *
 * @param stopped they are not to hear from us: nothing suggests them, whatever is open
 * @param silentUntil they asked to be left in peace until then
 * @param ended it was put away, or they are parted
 * @param open what could be done, at most one of each kind
 */
record Situation(boolean stopped, @Nullable LocalDate silentUntil, boolean ended, Lost lost, List<NextMove> open) {

    private static final int MOST = 2;

    /** What is owed to somebody, however the relationship goes on. */
    private static final Set<NextMove.Kind> OWED = EnumSet.of(NextMove.Kind.KEEP_PROMISE, NextMove.Kind.ANSWER);

    /**
     * The one or two that help most: what the factor loses most decides, then the order of the kinds. A stop goes before everything,
     * then agreed silence; where nothing is open, nothing is the right thing to do.
     */
    List<NextMove> moves(LocalDate today) {
        if (stopped) {
            return List.of(NextMove.stopped());
        }
        if (silentUntil != null && silentUntil.isAfter(today)) {
            return List.of(NextMove.until(silentUntil));
        }
        List<NextMove> moves = open.stream()
                .filter(move -> !ended || OWED.contains(move.kind()))
                .sorted(Comparator.<NextMove>comparingInt(move -> -lost.by(move.kind()))
                        .thenComparing(NextMove::kind))
                .limit(MOST)
                .toList();
        return moves.isEmpty() ? List.of(NextMove.nothing()) : moves;
    }
}
