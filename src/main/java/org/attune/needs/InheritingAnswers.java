package org.attune.needs;

import org.attune.conversations.AnswerNoted;
import org.attune.conversations.AnswerTakenAway;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Hears of answers in the transaction that notes them, so that whoever logged one sees at once where its need stands.
 */
@Component
class InheritingAnswers {

    private final Inheritance inheritance;

    InheritingAnswers(Inheritance inheritance) {
        this.inheritance = inheritance;
    }

    @EventListener
    void noted(AnswerNoted answer) {
        inheritance.answered(answer.heard(), answer.by());
    }

    @EventListener
    void takenAway(AnswerTakenAway answer) {
        inheritance.answered(answer.heard(), answer.by());
    }
}
