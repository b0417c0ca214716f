package org.attune.conversations;

/** What became of a solution somebody already saw and kept to themselves. */
public enum HunchSettled {
    THEY_FOUND_IT,
    WE_PROPOSED_IT,
    WRONG
}
