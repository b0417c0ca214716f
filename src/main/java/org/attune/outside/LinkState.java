package org.attune.outside;

/** Whether a link still opens what it is for, and if not, why. */
public enum LinkState {
    OPEN,
    ANSWERED,
    EXPIRED,
    /** Taken back by one of us. */
    ENDED
}
