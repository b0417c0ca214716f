package org.attune.promises;

import java.time.LocalDate;
import org.attune.access.UserId;
import org.attune.conversations.ConversationId;
import org.attune.conversations.TurnId;
import org.attune.people.ContactId;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what we or they undertook to do.
 *
 * @param id made beforehand, so that a repeat is no second promise
 * @param promiser which of us has to keep ours; none means the one who writes it down
 * @param due the day, as the one who writes it down sees the calendar
 * @param nextStep whether it is the next step of the conversation
 * @param turn where it was said
 */
public record MakePromise(
        PromiseId id,
        ContactId contact,
        Side side,
        @Nullable UserId promiser,
        String words,
        LocalDate due,
        boolean nextStep,
        @Nullable TurnId turn,
        @Nullable ConversationId conversation) {

    public static MakePromise ours(PromiseId id, ContactId contact, String words, LocalDate due) {
        return new MakePromise(id, contact, Side.US, null, words, due, false, null, null);
    }

    public static MakePromise theirs(PromiseId id, ContactId contact, String words, LocalDate due) {
        return new MakePromise(id, contact, Side.THEM, null, words, due, false, null, null);
    }

    public MakePromise saidIn(TurnId where) {
        return new MakePromise(id, contact, side, promiser, words, due, nextStep, where, conversation);
    }

    public MakePromise asNextStepOf(ConversationId which) {
        return new MakePromise(id, contact, side, promiser, words, due, true, turn, which);
    }
}
