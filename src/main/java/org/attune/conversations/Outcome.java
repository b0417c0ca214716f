package org.attune.conversations;

/** The three ways in which a conversation ends by itself. */
public enum Outcome {
    GOODBYE,
    CONTINUES,
    ASKED_TO_BUY
}
