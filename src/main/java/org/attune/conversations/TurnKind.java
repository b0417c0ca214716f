package org.attune.conversations;

/** The four kinds of step in a conversation. */
public enum TurnKind {
    /** They said, asked or did something. */
    HEARD,
    /** Our question. */
    ASKED,
    /** Our answer to something heard, which it names. */
    RESPONDED,
    /** What we said unasked; always possible, never evidence. */
    TOLD;

    public boolean isTheirs() {
        return this == HEARD;
    }
}
