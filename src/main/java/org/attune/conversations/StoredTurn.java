package org.attune.conversations;

import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.attune.access.UserId;
import org.attune.people.ContactId;
import org.jspecify.annotations.Nullable;

/** A turn as its row stands, with what it names. */
record StoredTurn(
        TurnId id,
        ConversationId conversation,
        int seq,
        TurnKind kind,
        @Nullable ContactId speaker,
        @Nullable String words,
        int wordCount,
        @Nullable Exactness exactness,
        @Nullable String understanding,
        Instant saidAt,
        Instant loggedAt,
        UserId loggedBy,
        @Nullable TurnId follows,
        int version,
        Set<TurnId> names) {

    /** Whether logging this again would say the same. Its marks may have changed since; they are not what was said. */
    boolean isSame(LogTurn log) {
        return conversation.equals(log.conversation())
                && kind == log.kind()
                && Objects.equals(speaker, log.speaker())
                && Objects.equals(words, log.words())
                && exactness == log.exactness()
                && (log.understanding() == null || log.understanding().equals(understanding))
                && (log.saidAt() == null || saidAt.equals(log.saidAt()))
                && (log.follows() == null || log.follows().equals(follows))
                && names.equals(log.answers());
    }

    /** Its words, for somebody who may read this conversation; nothing of another one is given away. */
    String wordsIn(ConversationId read) {
        return conversation.equals(read) && words != null ? words : "";
    }
}
