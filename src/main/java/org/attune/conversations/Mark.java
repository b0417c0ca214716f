package org.attune.conversations;

/** What a turn is known as, besides its kind. All but {@link #PLAYED_BACK} belong to heard turns. */
public enum Mark {
    /** Their question; waits until a response names it. */
    THEIR_QUESTION,
    ASKED_FOR_OFFER,
    /** Shown at Prepare and nowhere else. */
    PERSONAL,
    /** Never shown outside the people who work with whoever said it. */
    SENSITIVE,
    /** Heard: their yes or no to what we played back. Ours: the playback itself. */
    PLAYED_BACK,
    /** How they took something of ours. */
    REACTION,
    /** They agree that others may hear how it worked for them. */
    CONSENTED_TO_STORY;

    boolean fits(TurnKind kind) {
        return kind == TurnKind.HEARD || this == PLAYED_BACK;
    }
}
