package org.attune.listening;

import java.util.Set;
import org.attune.conversations.Mark;
import org.attune.conversations.TurnId;
import org.attune.conversations.TurnKind;

/**
 * A turn as it is counted.
 *
 * @param words how many it has
 * @param asks there is a question in it
 * @param marks what a person said it is; suggestions are not among them
 * @param answers the heard turns it names as answered
 */
record SpokenTurn(TurnId id, int seq, TurnKind kind, int words, boolean asks, Set<Mark> marks, Set<TurnId> answers) {

    SpokenTurn {
        marks = Set.copyOf(marks);
        answers = Set.copyOf(answers);
    }

    boolean isTheirs() {
        return kind.isTheirs();
    }

    boolean is(Mark mark) {
        return marks.contains(mark);
    }
}
