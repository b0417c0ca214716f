package org.attune.conversations;

/** What a turn is known as, besides its kind. Most belong to heard turns, two to ours, and {@link #PLAYED_BACK} to both. */
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
    CONSENTED_TO_STORY,
    /** Ours: it first takes up what they had said. Whoever had the conversation says so. */
    ACKNOWLEDGED,
    /** Ours: it pushes them. Whoever had the conversation says so. */
    PUSHED;

    boolean fits(TurnKind kind) {
        return this == PLAYED_BACK || kind.isTheirs() != isOurs();
    }

    /** Says how one of us spoke, and is nobody else's to say. */
    boolean isOurs() {
        return this == ACKNOWLEDGED || this == PUSHED;
    }
}
