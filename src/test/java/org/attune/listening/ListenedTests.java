package org.attune.listening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.attune.conversations.Mark;
import org.attune.conversations.TurnId;
import org.attune.conversations.TurnKind;
import org.attune.platform.Ids;
import org.junit.jupiter.api.Test;

/** What is counted in a conversation, and which turns each figure is made of. */
class ListenedTests {

    private final List<SpokenTurn> turns = new ArrayList<>();

    @Test
    void withoutATurnEverythingIsNought() {
        assertThat(counts()).isEqualTo(new Counts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0));
        assertThat(Listened.to(turns).longestRun()).isEmpty();
    }

    @Test
    void whatWasWrittenDownInSeveralTurnsIsOneGoUntilTheOtherSideSpeaks() {
        theirs(10, false);
        theirs(5, true);
        ours(TurnKind.TOLD, 3);
        ours(TurnKind.ASKED, 4);
        theirs(6, false);

        Counts counts = counts();
        assertThat(counts.ourGoes()).isEqualTo(1);
        assertThat(counts.theirGoes()).isEqualTo(2);
        assertThat(counts.theirWords()).isEqualTo(21);
        assertThat(counts.ourWords()).isEqualTo(7);
        assertThat(counts.ourAsking()).isEqualTo(1);
        assertThat(counts.theirAsking()).isEqualTo(1);
        assertThat(counts.replies()).isEqualTo(1);
    }

    @Test
    void aMonologueIsOneGoAndItsOwnLongestRunAndNoReply() {
        IntStream.range(0, 40).forEach(n -> ours(TurnKind.TOLD, 50));

        Counts counts = counts();
        assertThat(counts.ourGoes()).isEqualTo(1);
        assertThat(counts.theirGoes()).isZero();
        assertThat(counts.replies()).isZero();
        assertThat(counts.longestRun()).isEqualTo(2000);
        assertThat(counts.areEnough()).isFalse();
        assertThat(Listened.to(turns).longestRun().orElseThrow().turns()).hasSize(40);
    }

    @Test
    void whereOnlyTheySpokeNothingOfOursIsCounted() {
        IntStream.range(0, 5).forEach(n -> theirs(20, true));

        Counts counts = counts();
        assertThat(counts.ourGoes()).isZero();
        assertThat(counts.theirQuestions()).isEqualTo(5);
        assertThat(counts.takenUp()).isZero();
        assertThat(counts.longestRun()).isZero();
    }

    @Test
    void theirQuestionIsTakenUpWhereAResponseInOurNextGoNamesIt() {
        SpokenTurn first = theirs(8, true);
        SpokenTurn second = theirs(8, true);
        ours(TurnKind.TOLD, 5);
        responded(12, first);
        SpokenTurn third = theirs(8, true);
        ours(TurnKind.ASKED, 4);
        theirs(3, false);
        responded(9, third, second);

        Listened listened = Listened.to(turns);
        assertThat(listened.theirQuestions()).containsExactly(first, second, third);
        assertThat(listened.takenUp()).containsExactly(first);
        assertThat(listened.responses()).hasSize(2);
    }

    @Test
    void aQuestionThatTheyEndWithIsNotTakenUp() {
        ours(TurnKind.TOLD, 5);
        theirs(8, true);
        assertThat(counts().takenUp()).isZero();
        assertThat(counts().theirQuestions()).isEqualTo(1);
    }

    @Test
    void whatAcknowledgesIsCountedOncePerReplyAndNotWhereNothingWasSaidBefore() {
        ours(TurnKind.TOLD, 5, Mark.ACKNOWLEDGED);
        theirs(9, false);
        SpokenTurn one = ours(TurnKind.TOLD, 2, Mark.ACKNOWLEDGED);
        ours(TurnKind.ASKED, 6, Mark.ACKNOWLEDGED);
        theirs(9, false);
        ours(TurnKind.ASKED, 6);

        Listened listened = Listened.to(turns);
        assertThat(listened.counts().replies()).isEqualTo(2);
        assertThat(listened.acknowledged()).hasSize(1);
        assertThat(listened.acknowledged().get(0).turns()).contains(one);
    }

    @Test
    void playbacksAreCountedTurnByTurnAndPushesGoByGoAndOnlyOurs() {
        ours(TurnKind.TOLD, 5, Mark.PUSHED);
        ours(TurnKind.TOLD, 5, Mark.PUSHED, Mark.PLAYED_BACK);
        SpokenTurn yes = spoken(TurnKind.HEARD, 1, false, Set.of(Mark.PLAYED_BACK, Mark.ASKED_FOR_OFFER), Set.of());

        assertThat(Listened.to(turns).pushes()).hasSize(2);
        assertThat(counts().pushes()).isEqualTo(1);
        assertThat(counts().playedBack()).isEqualTo(1);
        assertThat(Listened.to(turns).askedForOffer()).containsExactly(yes);
    }

    private Counts counts() {
        return Listened.to(turns).counts();
    }

    private SpokenTurn theirs(int words, boolean asks) {
        return spoken(TurnKind.HEARD, words, asks, Set.of(), Set.of());
    }

    private SpokenTurn ours(TurnKind kind, int words, Mark... marks) {
        return spoken(kind, words, kind == TurnKind.ASKED, Set.of(marks), Set.of());
    }

    private void responded(int words, SpokenTurn... to) {
        spoken(
                TurnKind.RESPONDED,
                words,
                false,
                Set.of(),
                Set.of(to).stream().map(SpokenTurn::id).collect(Collectors.toSet()));
    }

    private SpokenTurn spoken(TurnKind kind, int words, boolean asks, Set<Mark> marks, Set<TurnId> answers) {
        SpokenTurn turn = new SpokenTurn(new TurnId(Ids.next()), turns.size() + 1, kind, words, asks, marks, answers);
        turns.add(turn);
        return turn;
    }
}
