package org.attune.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.attune.conversations.Balance.Spoken;
import org.junit.jupiter.api.Test;

class BalanceTests {

    @Test
    void countsWhatWasWrittenDown() {
        Balance balance = Balance.of(
                List.of(
                        heard(1, 30, false, false),
                        ours(2, TurnKind.ASKED, 8, true, true),
                        heard(3, 20, true, false),
                        ours(4, TurnKind.TOLD, 12, false, false),
                        ours(5, TurnKind.ASKED, 10, false, false),
                        heard(6, 20, true, true)),
                false);

        assertThat(balance.theirWords()).isEqualTo(70);
        assertThat(balance.ourWords()).isEqualTo(30);
        assertThat(balance.share()).isEqualTo(70);
        assertThat(balance.measured()).isFalse();
        assertThat(balance.asked()).isEqualTo(2);
        assertThat(balance.answered()).isEqualTo(1);
        assertThat(balance.followUps()).isEqualTo(1);
        assertThat(balance.theirQuestions()).isEqualTo(2);
        assertThat(balance.waiting()).isEqualTo(1);
        assertThat(balance.longestRun()).isEqualTo(22);
        assertThat(balance.wave()).extracting(Bar::words).containsExactly(30, 8, 20, 12, 10, 20);
    }

    @Test
    void saysNothingAboutShareBeforeThereAreWords() {
        Balance balance = Balance.of(List.of(heard(1, 0, false, false)), true);

        assertThat(balance.share()).isNull();
        assertThat(balance.isEmpty()).isFalse();
        assertThat(Balance.of(List.of(), true).isEmpty()).isTrue();
    }

    private static Spoken heard(int seq, int words, boolean theirQuestion, boolean responded) {
        return new Spoken(seq, TurnKind.HEARD, words, false, false, theirQuestion, responded);
    }

    private static Spoken ours(int seq, TurnKind kind, int words, boolean answered, boolean followsUp) {
        return new Spoken(seq, kind, words, answered, followsUp, false, false);
    }
}
