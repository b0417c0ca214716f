package org.attune.coaching;

/** How one of one's own conversations stands to what one wants to talk about. */
public enum TalkWish {
    /** It can be chosen. */
    OPEN,
    /** It is private: it can be chosen, and who does is asked first. */
    PRIVATE,
    CHOSEN
}
