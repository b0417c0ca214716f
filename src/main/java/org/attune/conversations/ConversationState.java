package org.attune.conversations;

/** Where a conversation is between being planned and being over. */
public enum ConversationState {
    PLANNED,
    OPEN,
    RESTING,
    CLOSED,
    BROKE_OFF,
    /** Ended without anybody saying how; never with an invented outcome. */
    NOT_CLOSED,
    CALLED_OFF;

    /** Turns can be logged: it is open, or resting and so resumed by the next turn. */
    public boolean goesOn() {
        return this == OPEN || this == RESTING;
    }

    /** It took place and is over. */
    public boolean isOver() {
        return this == CLOSED || this == BROKE_OFF || this == NOT_CLOSED;
    }
}
