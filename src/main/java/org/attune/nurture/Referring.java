package org.attune.nurture;

import org.jspecify.annotations.Nullable;

/** Whether they would bring us to others. */
public enum Referring {
    YES,
    NO,
    NOT_ASKED;

    /** As it is kept: not asked is nothing. */
    public @Nullable Boolean answer() {
        return this == NOT_ASKED ? null : this == YES;
    }

    public static Referring of(@Nullable Boolean answer) {
        if (answer == null) {
            return NOT_ASKED;
        }
        return answer ? YES : NO;
    }
}
