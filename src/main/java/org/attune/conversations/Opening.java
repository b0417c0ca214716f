package org.attune.conversations;

import java.util.ArrayList;
import java.util.List;
import org.attune.platform.RuleRefused;

/**
 * Whether a response can be logged: once something was heard and a question was answered, here or earlier with these
 * people, or to answer a question of theirs. Otherwise it says what is missing; telling is always possible.
 *
 * @param heard something was heard from one of these people
 * @param answered a question of ours was answered by one of them
 * @param theirQuestionWaits a question of theirs has no response yet
 */
public record Opening(boolean heard, boolean answered, boolean theirQuestionWaits) {

    /** What is missing, each with the message that says it kindly. */
    public enum Missing {
        SOMETHING_HEARD("conversations.opening.something-heard"),
        A_QUESTION_ANSWERED("conversations.opening.a-question-answered");

        private final String messageKey;

        Missing(String messageKey) {
            this.messageKey = messageKey;
        }

        public String messageKey() {
            return messageKey;
        }
    }

    /** For whatever was heard. */
    public boolean isOpen() {
        return heard && answered;
    }

    public boolean isClosed() {
        return !isOpen() && !theirQuestionWaits;
    }

    public List<Missing> missing() {
        List<Missing> missing = new ArrayList<>();
        if (!heard) {
            missing.add(Missing.SOMETHING_HEARD);
        }
        if (!answered) {
            missing.add(Missing.A_QUESTION_ANSWERED);
        }
        return List.copyOf(missing);
    }

    /** @param namesTheirQuestion whether the response names a heard turn that is a question of theirs */
    void admit(boolean namesTheirQuestion) {
        if (!isOpen() && !namesTheirQuestion) {
            throw new RuleRefused(missing().get(0).messageKey(), "kind");
        }
    }
}
