package org.attune.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What lists of words tell about how something was said. */
class SignsTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "How long does it take?",
                "We tried that. Does it work for others?",
                "how much is it",
                "OK, and what happens on the eleventh",
                "Tell me about the depot in Lyon.",
                "Who’s asking for it?!",
                "“Do you bill by hand?”",
                "Wie lange dauert das?",
                "Also, was passiert am Elften",
                "Können Sie mir das zeigen",
                "Gut. Warum ist das so"
            })
    void aQuestionIsFoundWithItsMarkAndWithout(String words) {
        assertThat(Signs.asks(words)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "We bill by hand.",
                "What a pity.",
                "When we close the month, half of it is lost.",
                "See https://example.org/prices?year=2026 for the list.",
                "Wie gesagt, wir rechnen von Hand ab.",
                "Wir schließen am Elften ab.",
                "",
                "Nous facturons à la main."
            })
    void whatDoesNotAskIsNoQuestion(String words) {
        assertThat(Signs.asks(words)).isFalse();
    }

    @Test
    void inOtherLanguagesOnlyTheMarkTells() {
        assertThat(Signs.asks("Combien de temps faut-il ?")).isTrue();
        assertThat(Signs.asks("Combien de temps faut-il")).isFalse();
        assertThat(Signs.of("Vous devez signer aujourd’hui.", true)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"That makes sense. And then?", "I see.", "Das klingt mühsam.", "Verstehe. Und am Elften?"})
    void anAnswerThatBeginsWithTheirWordsMayAcknowledge(String words) {
        assertThat(Signs.of(words, true)).containsExactly(Mark.ACKNOWLEDGED);
        assertThat(Signs.of(words, false)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "You should decide this week.",
                "The price holds only today.",
                "Sie sollten nicht warten.",
                "Das gilt nur noch zwei Tage."
            })
    void pressingWordsMayPush(String words) {
        assertThat(Signs.of(words, true)).containsExactly(Mark.PUSHED);
        assertThat(Signs.of(words, false)).containsExactly(Mark.PUSHED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "So what I hear is that the fifth is too late.",
                "If I understand you correctly, half of it is lost.",
                "Wenn ich Sie richtig verstehe, geht die Hälfte verloren."
            })
    void sayingItBackMayPlayBack(String words) {
        assertThat(Signs.of(words, false)).contains(Mark.PLAYED_BACK);
    }

    @Test
    void wordsThatWereErasedSuggestNothing() {
        assertThat(Signs.of(null, true)).isEqualTo(Set.of());
        assertThat(Signs.of("  ", true)).isEmpty();
    }
}
