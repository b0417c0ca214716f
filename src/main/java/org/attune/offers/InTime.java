package org.attune.offers;

import java.util.Comparator;

/** The order in which things were said; within one conversation that of its turns. */
final class InTime {

    static final Comparator<Piece> ORDER = Comparator.comparing(Piece::saidAt)
            .thenComparing(Piece::seq)
            .thenComparing(piece -> piece.turn().value());

    private InTime() {}
}
