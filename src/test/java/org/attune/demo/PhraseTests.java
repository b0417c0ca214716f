package org.attune.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.attune.conversations.Channel;
import org.junit.jupiter.api.Test;

class PhraseTests {

    private static final Line LINE = new Line("a.txt", 3, "");

    @Test
    void givesWordsInOrderAndThoseBehindAName() {
        Phrase phrase = new Phrase(LINE, "in-person 20 with helen, petra by jakob");

        assertThat(phrase.after("by")).isEqualTo("jakob");
        assertThat(phrase.one(Channel.class)).isEqualTo(Channel.IN_PERSON);
        assertThat(phrase.number("minutes")).isEqualTo(20);
        assertThat(phrase.take("with")).isTrue();
        assertThat(phrase.others()).containsExactly("helen", "petra");
    }

    @Test
    void leavesTheTextAsItIs() {
        Phrase phrase = new Phrase(LINE, "theirs = Two parts, with a comma | and x = 3");

        assertThat(phrase.parts(2)).containsExactly("Two parts, with a comma", "and x = 3");
        assertThat(phrase.others()).containsExactly("theirs");
    }

    @Test
    void hasNoTextWhereNoneStands() {
        assertThat(new Phrase(LINE, "know").text()).isNull();
    }

    @Test
    void saysWhatItExpected() {
        Phrase phrase = new Phrase(LINE, "soon");

        assertThatThrownBy(() -> phrase.number("minutes")).hasMessage("a.txt, line 3: expected minutes, not soon");
        assertThatThrownBy(() -> phrase.next("a contact")).hasMessage("a.txt, line 3: expected a contact");
    }

    @Test
    void letsNothingPassThatNobodyUnderstood() {
        assertThatThrownBy(() -> new Phrase(LINE, "left over").end())
                .isInstanceOf(ScriptProblem.class)
                .hasMessage("a.txt, line 3: did not expect left over");
    }
}
