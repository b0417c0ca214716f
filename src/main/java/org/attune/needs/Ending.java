package org.attune.needs;

import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The ways a need ends. */
public enum Ending {
    SOLVED(NeedState.SOLVED, null),
    NOT_FOR_THEM(NeedState.NOT_A_FIT, "them"),
    NOT_FOR_US(NeedState.NOT_A_FIT, "us"),
    DROPPED(NeedState.DROPPED, null);

    private final NeedState state;
    private final @Nullable String notAFitFor;

    Ending(NeedState state, @Nullable String notAFitFor) {
        this.state = state;
        this.notAFitFor = notAFitFor;
    }

    NeedState state() {
        return state;
    }

    /** Whose wish it was, where the two do not fit. */
    @Nullable
    String notAFitFor() {
        return notAFitFor;
    }

    /** An honest end says why. */
    boolean asksWhy() {
        return state == NeedState.NOT_A_FIT;
    }

    static @Nullable Ending of(NeedState state, @Nullable String notAFitFor) {
        return Stream.of(values())
                .filter(way -> way.state == state && Objects.equals(way.notAFitFor, notAFitFor))
                .findFirst()
                .orElse(null);
    }
}
