package org.attune.listening;

/** Whether a conversation counts in its owner's interest over time, and if not, why. */
public enum InTrend {
    COUNTS,
    /** It goes on. */
    NOT_OVER,
    /** The log is not complete. */
    NOT_COMPLETE,
    /** Fewer than four goes of one side. */
    TOO_SHORT,
    /** One of the first ten of somebody. */
    FIRST_TEN
}
