package org.attune.conversations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.attune.platform.RuleRefused;
import org.junit.jupiter.api.Test;

class WordsTests {

    @Test
    void composesLettersAndDropsWhatNoEyeCanSee() {
        assertThat(Words.clean("Ku\u0308hn\u0000\u0007\r\nnext\ttab\u202E")).isEqualTo("Kühn\nnext\ttab");
        assertThat(Words.clean("half \uD83D of a face \uD83D\uDE00")).isEqualTo("half  of a face \uD83D\uDE00");
    }

    @Test
    void refusesWhatIsEmptyToTheEye() {
        for (String nothing : new String[] {"", "   ", "\u00A0\u2003", "\u200B\u200D", "\u0000"}) {
            assertThatExceptionOfType(RuleRefused.class)
                    .isThrownBy(() -> Words.said(nothing))
                    .satisfies(refusal -> assertThat(refusal.field()).isEqualTo("words"));
        }
    }

    @Test
    void countsCharactersAsPeopleDo() {
        assertThat(Words.said("\uD83D\uDE00".repeat(20_000))).hasSize(40_000);
        assertThatExceptionOfType(RuleRefused.class).isThrownBy(() -> Words.said("x".repeat(20_001)));
    }

    @Test
    void countsWords() {
        assertThat(Words.count("We don’t close — on the 11th, it’s €2,000!")).isEqualTo(8);
        assertThat(Words.count("Łukasz sagt: schön.")).isEqualTo(3);
        assertThat(Words.count("… —")).isZero();
    }
}
