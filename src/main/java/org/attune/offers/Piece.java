package org.attune.offers;

import java.time.Instant;
import java.util.UUID;
import org.attune.conversations.ConversationId;
import org.attune.conversations.TurnId;
import org.attune.people.ContactId;
import org.jspecify.annotations.Nullable;

/**
 * A turn as evidence: the very words, who said them, when they were said and when they were written down.
 *
 * @param kind {@code heard}, {@code asked}, {@code responded} or {@code told}
 * @param speaker which of them; none: one of us
 * @param words none once they were erased
 * @param excerpt the part of the words that matters here; none: all of them
 * @param exactness {@code word_for_word}, {@code from_memory}, {@code in_essence} or {@code did}, where heard
 * @param erasedAs the mark that stands for words that were erased; pages put it into words
 */
public record Piece(
        TurnId turn,
        ConversationId conversation,
        int seq,
        String kind,
        @Nullable ContactId speaker,
        @Nullable String speakerName,
        @Nullable String words,
        @Nullable String excerpt,
        @Nullable String exactness,
        Instant saidAt,
        Instant loggedAt,
        @Nullable String erasedAs) {

    /** Words longer ago than this were not written down while talking. */
    private static final long WHILE_TALKING_MINUTES = 10;

    public boolean isHeard() {
        return kind.equals("heard") && speaker != null;
    }

    public boolean isErased() {
        return words == null;
    }

    /** The same turn with all its words. */
    Piece whole() {
        return excerpt == null
                ? this
                : new Piece(
                        turn,
                        conversation,
                        seq,
                        kind,
                        speaker,
                        speakerName,
                        words,
                        null,
                        exactness,
                        saidAt,
                        loggedAt,
                        erasedAs);
    }

    /** What is shown: cut, never reworded. */
    public @Nullable String shown() {
        return words != null && excerpt != null ? excerpt : words;
    }

    /** As the quote fragment takes it: quoted, in essence, or something they did. */
    public String how() {
        if (exactness == null) {
            return "";
        }
        return switch (exactness) {
            case "in_essence" -> "ESSENCE";
            case "did" -> "DID";
            default -> "";
        };
    }

    public boolean isWrittenWhileTalking() {
        return loggedAt.isBefore(saidAt.plusSeconds(WHILE_TALKING_MINUTES * 60));
    }

    /** Said after the other: further down in the same conversation, or in a later one. */
    public boolean isAfter(Piece other) {
        return conversation.equals(other.conversation) ? seq > other.seq : saidAt.isAfter(other.saidAt);
    }

    public String path() {
        return "/conversations/" + conversation.value() + "#t" + seq;
    }

    UUID uuid() {
        return turn.value();
    }
}
