package org.attune.conversations;

/** Who may read a conversation, besides having to see one of its people. */
public enum Visibility {
    /** Its owner; others see that it took place. */
    PRIVATE,
    /** Whoever sees its people. */
    TEAM,
    /** As {@link #TEAM}, and its words may appear without names in the organisation's Voice. */
    ALL
}
