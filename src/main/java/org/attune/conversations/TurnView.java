package org.attune.conversations;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.attune.access.Hat;
import org.attune.access.UserId;
import org.attune.people.ContactId;
import org.jspecify.annotations.Nullable;

/**
 * A turn and what belongs to it.
 *
 * @param speakerName their given name, where the viewer sees them
 * @param hatChanged the turn before it was under the other hat
 * @param words none once they were erased
 * @param erasedAs the mark that stands for words that were erased; pages put it into words
 * @param evidence it stands under an offer; only what we understood can still be reworded
 * @param editable the viewer may reword or withdraw it: theirs or in their conversation, for a day, not evidence
 * @param answers heard: the questions it answers; responded: the heard turns it names
 * @param answeredBy asked: the heard turns that answer it; heard: the responses that name it
 * @param alike responded: what nearly says the same and was given to others
 */
public record TurnView(
        TurnId id,
        ConversationId conversation,
        int seq,
        TurnKind kind,
        @Nullable ContactId speaker,
        @Nullable String speakerName,
        Hat hat,
        boolean hatChanged,
        @Nullable String words,
        @Nullable Exactness exactness,
        @Nullable String understanding,
        Instant saidAt,
        Instant loggedAt,
        UserId loggedBy,
        String loggedByName,
        int wordCount,
        @Nullable String erasedAs,
        boolean evidence,
        boolean editable,
        int version,
        @Nullable TurnRef follows,
        Set<Mark> marks,
        List<TurnRef> answers,
        List<TurnRef> answeredBy,
        @Nullable ThreadView thread,
        List<ThemeView> themes,
        List<CorrectionView> corrections,
        List<Alike> alike) {

    public TurnView {
        marks = Set.copyOf(marks);
        answers = List.copyOf(answers);
        answeredBy = List.copyOf(answeredBy);
        themes = List.copyOf(themes);
        corrections = List.copyOf(corrections);
        alike = List.copyOf(alike);
    }

    TurnView linked(List<LinkedTurn> links) {
        return new TurnView(
                id,
                conversation,
                seq,
                kind,
                speaker,
                speakerName,
                hat,
                hatChanged,
                words,
                exactness,
                understanding,
                saidAt,
                loggedAt,
                loggedBy,
                loggedByName,
                wordCount,
                erasedAs,
                evidence,
                editable,
                version,
                follows,
                marks,
                LinkedTurn.refs(links, LinkedTurn.How.TO),
                LinkedTurn.refs(links, LinkedTurn.How.FROM),
                thread,
                themes,
                corrections,
                LinkedTurn.alike(links));
    }

    /** Their question, and no response names it yet. */
    public boolean isWaiting() {
        return marks.contains(Mark.THEIR_QUESTION) && answeredBy.isEmpty();
    }

    public TurnRef ref() {
        return new TurnRef(id, conversation, seq);
    }
}
