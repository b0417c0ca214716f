package org.attune.listening;

import java.util.EnumSet;
import java.util.Set;
import org.attune.conversations.Mark;
import org.attune.conversations.Signs;
import org.jspecify.annotations.Nullable;

/**
 * A turn as somebody reads it.
 *
 * @param words none once they were erased
 * @param how how exactly what they said was written down; none for turns of ours
 * @param refused the marks somebody said it does not carry
 * @param alike it nearly says what others were told
 */
record ReadTurn(
        SpokenTurn spoken, @Nullable String words, @Nullable String how, Set<Mark> refused, boolean alike) {

    /** What may fit it and nobody has said yes or no to. */
    Set<Mark> suggested(boolean afterTheirs) {
        Set<Mark> marks = EnumSet.noneOf(Mark.class);
        if (!spoken.isTheirs()) {
            marks.addAll(Signs.of(words, afterTheirs));
            marks.removeAll(spoken.marks());
            marks.removeAll(refused);
        }
        return marks;
    }
}
