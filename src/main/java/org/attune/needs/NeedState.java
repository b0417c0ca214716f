package org.attune.needs;

import org.jspecify.annotations.Nullable;

/** How far a need has come. */
public enum NeedState {
    HEARD,
    /** A question was answered by something heard about it. */
    EXPLORED,
    /** Played back, and they said yes. */
    CONFIRMED,
    SOLVED,
    /** An honest end without any offer. */
    NOT_A_FIT,
    DROPPED;

    public boolean open() {
        return this == HEARD || this == EXPLORED || this == CONFIRMED;
    }

    /**
     * Where an open need stands; nobody sets this by hand.
     *
     * @param explored whether a question was answered by something heard about it
     * @param lastVerdict their answer to the last playback, if there was one
     */
    static NeedState from(boolean explored, @Nullable Verdict lastVerdict) {
        if (lastVerdict == Verdict.YES) {
            return CONFIRMED;
        }
        return explored ? EXPLORED : HEARD;
    }
}
