package org.attune.conversations;

/** What became of an assumption. */
public enum Settled {
    CONFIRMED,
    CORRECTED,
    UNTESTED
}
