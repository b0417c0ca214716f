package org.attune.conversations;

import java.time.Instant;
import java.util.Set;
import org.attune.people.ContactId;
import org.attune.questions.Wording;
import org.jspecify.annotations.Nullable;

/**
 * One step of a conversation is written down.
 *
 * @param id made beforehand, so that a repeat logs nothing twice
 * @param speaker which of them, for what was heard; nobody for what was ours
 * @param exactness for what was heard; nobody else's words need it
 * @param understanding what we make of it, apart from what was said
 * @param saidAt none: now, or when the conversation took place if it is logged afterwards
 * @param answers the heard turns a response names
 * @param follows the heard turn a question of ours picks up
 * @param from the question of the bank it came from, if it did
 */
public record LogTurn(
        TurnId id,
        ConversationId conversation,
        TurnKind kind,
        @Nullable ContactId speaker,
        @Nullable Exactness exactness,
        String words,
        @Nullable String understanding,
        @Nullable Instant saidAt,
        Set<TurnId> answers,
        @Nullable TurnId follows,
        Set<Mark> marks,
        @Nullable Wording from) {

    public LogTurn {
        answers = Set.copyOf(answers);
        marks = Set.copyOf(marks);
    }

    /** In words of nobody's bank. */
    public LogTurn(
            TurnId id,
            ConversationId conversation,
            TurnKind kind,
            @Nullable ContactId speaker,
            @Nullable Exactness exactness,
            String words,
            @Nullable String understanding,
            @Nullable Instant saidAt,
            Set<TurnId> answers,
            @Nullable TurnId follows,
            Set<Mark> marks) {
        this(id, conversation, kind, speaker, exactness, words, understanding, saidAt, answers, follows, marks, null);
    }

    public static LogTurn heard(
            TurnId id, ConversationId conversation, ContactId speaker, Exactness exactness, String words) {
        return new LogTurn(
                id, conversation, TurnKind.HEARD, speaker, exactness, words, null, null, Set.of(), null, Set.of());
    }

    public static LogTurn asked(TurnId id, ConversationId conversation, String words, @Nullable TurnId follows) {
        return new LogTurn(
                id, conversation, TurnKind.ASKED, null, null, words, null, null, Set.of(), follows, Set.of());
    }

    public static LogTurn responded(TurnId id, ConversationId conversation, String words, Set<TurnId> answers) {
        return new LogTurn(
                id, conversation, TurnKind.RESPONDED, null, null, words, null, null, answers, null, Set.of());
    }

    public static LogTurn told(TurnId id, ConversationId conversation, String words) {
        return new LogTurn(id, conversation, TurnKind.TOLD, null, null, words, null, null, Set.of(), null, Set.of());
    }

    public LogTurn marked(Mark... added) {
        return new LogTurn(
                id,
                conversation,
                kind,
                speaker,
                exactness,
                words,
                understanding,
                saidAt,
                answers,
                follows,
                Set.of(added),
                from);
    }

    public LogTurn said(Instant at) {
        return new LogTurn(
                id, conversation, kind, speaker, exactness, words, understanding, at, answers, follows, marks, from);
    }

    /** It was asked in these words of the bank, or in words made of them. */
    public LogTurn from(@Nullable Wording wording) {
        return new LogTurn(
                id,
                conversation,
                kind,
                speaker,
                exactness,
                words,
                understanding,
                saidAt,
                answers,
                follows,
                marks,
                wording);
    }

    LogTurn saidBy(ContactId whom) {
        return new LogTurn(
                id, conversation, kind, whom, exactness, words, understanding, saidAt, answers, follows, marks, from);
    }
}
