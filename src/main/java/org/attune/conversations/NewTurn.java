package org.attune.conversations;

import java.time.Instant;
import org.attune.access.Hat;
import org.attune.access.UserId;
import org.attune.people.ContactId;
import org.attune.questions.Wording;
import org.jspecify.annotations.Nullable;

/** A turn about to be appended: checked, sealed and counted. */
record NewTurn(
        TurnId id,
        ConversationId conversation,
        TurnKind kind,
        @Nullable ContactId speaker,
        Hat hat,
        String words,
        Seal seal,
        int wordCount,
        @Nullable Exactness exactness,
        @Nullable String understanding,
        Instant saidAt,
        Instant loggedAt,
        UserId loggedBy,
        @Nullable TurnId follows,
        @Nullable Wording from) {

    static NewTurn of(LogTurn log, Hat hat, Instant saidAt, Instant now, UserId by) {
        return new NewTurn(
                log.id(),
                log.conversation(),
                log.kind(),
                log.speaker(),
                hat,
                log.words(),
                Seal.of(log.words()),
                counted(log.words(), log.exactness()),
                log.exactness(),
                log.understanding(),
                saidAt,
                now,
                by,
                log.follows(),
                log.from());
    }

    /** What somebody did has no words. */
    static int counted(String words, @Nullable Exactness exactness) {
        return exactness == Exactness.DID ? 0 : Words.count(words);
    }
}
