package org.attune.conversations;

import java.time.Instant;
import org.attune.people.ContactId;
import org.jspecify.annotations.Nullable;

/**
 * A proposed turn: a draft that counts for nothing until a person confirms it.
 *
 * @param id becomes the id of the turn
 * @param speaker which of them; none for ours, and where a person has to choose
 * @param label the name that stood in the text
 * @param part what is left out for not having been said stays visible
 * @param turn the turn it became
 */
public record ProposalView(
        TurnId id,
        int position,
        TurnKind kind,
        @Nullable ContactId speaker,
        @Nullable String speakerName,
        @Nullable String label,
        @Nullable Exactness exactness,
        String words,
        Part part,
        @Nullable Instant saidAt,
        ProposalState state,
        @Nullable TurnId turn,
        int version) {

    /** Something heard, and nobody knows yet from whom. */
    public boolean needsSpeaker() {
        return kind == TurnKind.HEARD && speaker == null;
    }

    /** As it stands, without anybody deciding anything more about it. */
    public boolean canBeConfirmed() {
        return state == ProposalState.PROPOSED && !needsSpeaker();
    }

    /** Their question, as far as its last letter tells. */
    boolean looksLikeTheirQuestion() {
        return kind == TurnKind.HEARD && looksLikeQuestion(words);
    }

    public static boolean looksLikeQuestion(String words) {
        return Guesses.isQuestion(words);
    }
}
