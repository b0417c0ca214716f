package org.attune.needs;

/** Where an open problem stands on the selling part of the path. */
public enum Place {
    EXPLORING,
    WEIGHING,
    DECIDING;

    static Place of(NeedState state, boolean costAnswered, boolean solutionAgreed) {
        if (state != NeedState.CONFIRMED) {
            return EXPLORING;
        }
        return costAnswered && solutionAgreed ? DECIDING : WEIGHING;
    }
}
