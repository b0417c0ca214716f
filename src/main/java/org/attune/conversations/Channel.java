package org.attune.conversations;

/** The way in which a conversation takes place. */
public enum Channel {
    IN_PERSON,
    CALL,
    VIDEO,
    EMAIL,
    CHAT,
    LETTER,
    DOCUMENT
}
