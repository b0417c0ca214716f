package org.attune.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.attune.conversations.Exactness;
import org.attune.conversations.TurnKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SaidLineTests {

    @ParameterizedTest
    @CsvSource({
        "'petra: On my list.', WORD_FOR_WORD",
        "'petra~: On my list.', FROM_MEMORY",
        "'petra=: On my list.', IN_ESSENCE",
        "'petra*: On my list.', DID"
    })
    void knowsHowExactlyTheyWereHeard(String text, Exactness exactness) {
        SaidLine said = read(text);

        assertThat(said.kind()).isEqualTo(TurnKind.HEARD);
        assertThat(said.speaker()).isEqualTo("petra");
        assertThat(said.exactness()).isEqualTo(exactness);
        assertThat(said.words()).isEqualTo("On my list.");
    }

    @ParameterizedTest
    @CsvSource({"'? Whose list?', ASKED", "'! Then on hers.', RESPONDED", "'- We have one too.', TOLD"})
    void knowsOurThreeKinds(String text, TurnKind kind) {
        SaidLine said = read(text);

        assertThat(said.kind()).isEqualTo(kind);
        assertThat(said.words()).isEqualTo(text.substring(2));
        assertThat(said.speaker()).isNull();
        assertThat(said.exactness()).isNull();
    }

    @Test
    void takesTheVeryWordsOutOfTheirBraces() {
        SaidLine said = read("petra: Tolls. {They are on my list}, nowhere else.");

        assertThat(said.words()).isEqualTo("Tolls. They are on my list, nowhere else.");
        assertThat(said.excerpt()).isEqualTo("They are on my list");
    }

    @Test
    void takesWhatIsNotedFromTheEnd() {
        SaidLine said = read("petra: Is it hard?  [question; theme = one person knows]");

        assertThat(said.words()).isEqualTo("Is it hard?");
        assertThat(said.notes()).containsExactly("question", "theme = one person knows");
    }

    @Test
    void saysWhereNobodySpeaks() {
        assertThatThrownBy(() -> read("On my list."))
                .isInstanceOf(ScriptProblem.class)
                .hasMessage("a.txt, line 7: neither a line of dialogue nor one that begins with >");
    }

    private static SaidLine read(String text) {
        return SaidLine.read(new Line("a.txt", 7, text));
    }
}
