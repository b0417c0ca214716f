package org.attune.conversations;

/** How exactly the words of something heard were written down. */
public enum Exactness {
    WORD_FOR_WORD,
    FROM_MEMORY,
    /** In our words; shown without quotation marks. */
    IN_ESSENCE,
    /** They did something; nobody said it. */
    DID;

    /** Whether the words stand in quotation marks. */
    public boolean isQuoted() {
        return this == WORD_FOR_WORD || this == FROM_MEMORY;
    }
}
