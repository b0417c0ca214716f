package org.attune.listening;

/** What a conversation's interest is made of. Each is worth 0 to 100 and is left out where it cannot be computed. */
public enum Part {
    /** Their words of all words. */
    ROOM,
    /** Our goes with a question. */
    ASKED,
    /** Our replies that first take up what was said; as confirmed. */
    ACKNOWLEDGED,
    /** Both of us asked, about as often. */
    BOTH_ASKED,
    /** Their questions that our next go answers. */
    ANSWERED,
    /** Few pushes of ours; as confirmed. */
    NO_PRESSURE
}
