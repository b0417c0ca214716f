package org.attune.voice;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement with what it rests on and what became of it.
 *
 * @param unread how many of its turns the viewer may not read
 * @param answers the newest first
 * @param unseen how many of those who said it the viewer does not see
 */
public record StatementView(
        StatementLine line,
        List<SaidBehind> said,
        int unread,
        List<AnswerView> answers,
        List<ListenerView> listeners,
        int unseen) {

    /** The one that holds. */
    public @Nullable AnswerView answer() {
        return answers.isEmpty() ? null : answers.get(0);
    }

    /** Whoever put it takes it back as long as nobody has answered. */
    public boolean mayWithdraw() {
        return line.mine() && answers.isEmpty();
    }
}
