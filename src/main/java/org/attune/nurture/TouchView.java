package org.attune.nurture;

import java.time.Instant;
import java.util.UUID;
import org.attune.access.Hat;
import org.attune.conversations.ConversationId;
import org.attune.correspondence.LetterState;
import org.attune.people.ContactId;
import org.jspecify.annotations.Nullable;

/**
 * A touch as pages show it.
 *
 * @param words ours: what was done
 * @param reactionWords theirs: what they said about it
 * @param by the name of who did it
 * @param about what was given, or whom they were introduced to, as far as the viewer sees it
 * @param askedAt where they asked for it
 * @param conversation what their reaction opened
 * @param together the same for all that were noted in one go
 * @param letter the letter that carries it, where it was sent from here
 */
public record TouchView(
        UUID id,
        ContactId contact,
        TouchKind kind,
        boolean askedFor,
        Hat hat,
        @Nullable String words,
        @Nullable Reaction reaction,
        @Nullable String reactionWords,
        Instant happenedAt,
        String by,
        boolean mine,
        @Nullable About about,
        @Nullable String askedAt,
        @Nullable ConversationId conversation,
        @Nullable UUID together,
        @Nullable Letter letter) {

    /**
     * What was given, or whom they met by us.
     *
     * @param id of the version of a material, of the story, or of the other contact
     * @param name none for a story of others: its title can name whom it is about
     */
    public record About(UUID id, @Nullable String name, String path) {}

    /** @param obstacle what kept it the last time, as {@code mail.obstacle.…} says it */
    public record Letter(
            String subject,
            LetterState state,
            Instant at,
            @Nullable String obstacle) {}

    /** Whether it has left, so that it cannot be taken back. */
    public boolean isGone() {
        return letter != null && (letter.state() == LetterState.SENT || letter.state() == LetterState.RETURNED);
    }

    /** Whether its letter could not be sent, and the viewer may try once more. */
    public boolean canBeTriedAgain() {
        return mine && letter != null && letter.state() == LetterState.FAILED;
    }
}
