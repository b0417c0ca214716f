package org.attune.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.attune.conversations.ProposedAnswers.Earlier;
import org.attune.platform.Ids;
import org.junit.jupiter.api.Test;

class ProposedAnswersTests {

    private final Earlier first = asked(false);
    private final Earlier second = asked(false);
    private final Earlier answered = asked(true);
    private final Earlier heard = new Earlier(id(), TurnKind.HEARD, false);
    private final Earlier told = new Earlier(id(), TurnKind.TOLD, false);

    @Test
    void theLastQuestionIsAnswered() {
        assertThat(questionsAfter(heard, first)).containsExactly(first.id());
    }

    @Test
    void twoQuestionsInARowAreBothAnswered() {
        assertThat(questionsAfter(first, second)).containsExactlyInAnyOrder(first.id(), second.id());
    }

    @Test
    void whatWeToldAfterTheQuestionDoesNotTakeItBack() {
        assertThat(questionsAfter(first, told)).containsExactly(first.id());
    }

    @Test
    void aQuestionThatHasAnAnswerNeedsNoSecondOne() {
        assertThat(questionsAfter(answered, heard)).isEmpty();
    }

    @Test
    void somethingElseHeardBetweenLeavesTheQuestionOpen() {
        assertThat(questionsAfter(first, heard)).containsExactly(first.id());
    }

    @Test
    void onceWeSpokeAgainTheOldQuestionIsNoLongerProposed() {
        assertThat(questionsAfter(first, heard, told)).isEmpty();
        assertThat(questionsAfter(first, heard, second)).containsExactly(second.id());
    }

    @Test
    void nothingIsProposedBeforeAnythingWasAsked() {
        assertThat(questionsAfter()).isEmpty();
        assertThat(questionsAfter(told, heard)).isEmpty();
    }

    /** In the order they were said. */
    private static List<TurnId> questionsAfter(Earlier... turns) {
        List<Earlier> latestFirst = Arrays.asList(turns.clone());
        Collections.reverse(latestFirst);
        return ProposedAnswers.questions(latestFirst);
    }

    private static Earlier asked(boolean answered) {
        return new Earlier(id(), TurnKind.ASKED, answered);
    }

    private static TurnId id() {
        return new TurnId(Ids.next());
    }
}
