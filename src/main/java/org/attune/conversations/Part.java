package org.attune.conversations;

/** What a piece of a pasted text is. Only what was said is proposed as a turn; the rest is left out, and stays visible. */
public enum Part {
    SAID,
    /** Headings, greetings, the facts above a transcript, notes below it. */
    HEADING,
    SIGNATURE,
    /** Quoted from somebody who cannot be told. */
    QUOTED
}
