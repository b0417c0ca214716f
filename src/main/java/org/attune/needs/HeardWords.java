package org.attune.needs;

import java.time.Instant;
import org.attune.conversations.ConversationId;
import org.attune.conversations.TurnId;
import org.attune.people.ContactId;
import org.jspecify.annotations.Nullable;

/**
 * Something heard, cut into what stands before, within and after the words that matter.
 *
 * @param seq its number in the conversation
 * @param speakerName none where the viewer does not see the speaker
 * @param exactness {@code word_for_word}, {@code from_memory}, {@code in_essence} or {@code did}
 * @param words none once they were erased
 * @param erasedAs the mark that stands for words that were erased; pages put it into words
 * @param linked whether it is about the need already
 * @param states whether the need itself is said there
 */
public record HeardWords(
        TurnId turn,
        ConversationId conversation,
        int seq,
        ContactId speaker,
        @Nullable String speakerName,
        String exactness,
        Instant saidAt,
        @Nullable String words,
        @Nullable String erasedAs,
        @Nullable String excerpt,
        boolean linked,
        boolean states) {

    /** Words that were put right since may no longer have the excerpt in them. */
    public HeardWords {
        excerpt = words == null || excerpt == null || !words.contains(excerpt) ? null : excerpt;
    }

    public String before() {
        return words == null || excerpt == null ? "" : words.substring(0, words.indexOf(excerpt));
    }

    /** The words that matter; all of them where none were picked out. */
    public String marked() {
        if (words == null) {
            return "";
        }
        return excerpt == null
                ? words
                : words.substring(words.indexOf(excerpt), words.indexOf(excerpt) + excerpt.length());
    }

    public String after() {
        return words == null || excerpt == null ? "" : words.substring(words.indexOf(excerpt) + excerpt.length());
    }

    /** Where they are, as a path within Attune. */
    public String path() {
        return "/conversations/" + conversation.value() + "#t" + seq;
    }
}
