package org.attune.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScriptTests {

    private static final Days DAYS = new Days(Instant.parse("2026-11-20T12:00:00Z"), Staff.ZONE);

    @Test
    void readsWhatHappensAndWhatBelongsToIt() {
        List<Block> blocks = read("""
                # for the reader
                talk -2 10:02 call 5 they sales with helen
                  helen: Good morning.

                  ? And how is the list?
                stage -1 helen know
                """);

        assertThat(blocks).extracting(Block::word).containsExactly("talk", "stage");
        assertThat(blocks.get(0).rest()).isEqualTo("call 5 they sales with helen");
        assertThat(blocks.get(0).at()).isEqualTo("2026-11-18T09:02:00Z");
        assertThat(blocks.get(0).body())
                .extracting(Line::text)
                .containsExactly("helen: Good morning.", "? And how is the list?");
        assertThat(blocks.get(0).body()).extracting(Line::number).containsExactly(3, 5);
    }

    @Test
    void saysWhereALineBelongsToNothing() {
        assertThatThrownBy(() -> read("  helen: Good morning."))
                .isInstanceOf(ScriptProblem.class)
                .hasMessage("a.txt, line 1: belongs to nothing");
    }

    @Test
    void saysWhereADayIsMissing() {
        assertThatThrownBy(() -> read("# one\ntalk soon with helen"))
                .isInstanceOf(ScriptProblem.class)
                .hasMessageStartingWith("a.txt, line 2: expected a word, a day");
    }

    private static List<Block> read(String text) {
        return Script.read("a.txt", text, DAYS);
    }
}
