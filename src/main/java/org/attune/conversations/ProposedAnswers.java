package org.attune.conversations;

import java.util.ArrayList;
import java.util.List;

/**
 * Which questions of ours a heard turn is taken to answer, until somebody takes that away: those among the last things
 * we said before it, without an answer since. Once we have spoken again they are no longer proposed.
 */
final class ProposedAnswers {

    /** How far back is looked; whatever lies further is not what they answer. */
    static final int LOOK_BACK = 40;

    /**
     * A turn before the heard one.
     *
     * @param answered a question that has an answer, or for which this one was taken away
     */
    record Earlier(TurnId id, TurnKind kind, boolean answered) {}

    private ProposedAnswers() {}

    /** @param before the turns before the heard one, latest first */
    static List<TurnId> questions(List<Earlier> before) {
        List<TurnId> questions = new ArrayList<>();
        boolean oursBegan = false;
        for (Earlier turn : before) {
            if (turn.kind().isTheirs()) {
                if (oursBegan) {
                    break;
                }
                continue;
            }
            oursBegan = true;
            if (turn.kind() == TurnKind.ASKED && !turn.answered()) {
                questions.add(turn.id());
            }
        }
        return List.copyOf(questions);
    }
}
