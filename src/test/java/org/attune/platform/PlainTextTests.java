package org.attune.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainTextTests {

    @Test
    void keepsNamesOfAllScripts() {
        assertThat(PlainText.line("Łukasz Nowak")).isEqualTo("Łukasz Nowak");
        assertThat(PlainText.line("김민준")).isEqualTo("김민준");
        assertThat(PlainText.saysSomething("김")).isTrue();
    }

    @Test
    void composesWhatLooksTheSame() {
        assertThat(PlainText.line("Jose\u0301")).isEqualTo("José");
    }

    @Test
    void leavesOutWhatCannotBeSeen() {
        assertThat(PlainText.line(" Helen\u200B\u0007 \u00A0\t Brandt\u202E\r\n"))
                .isEqualTo("Helen Brandt");
        assertThat(PlainText.line("\uD800Helen")).isEqualTo("Helen");
        assertThat(PlainText.lineOrNothing("\u200B \u2060")).isNull();
    }

    @Test
    void keepsLinesWhereThereMayBeSome() {
        assertThat(PlainText.linesOrNothing("one\r\n\ttwo\u0000\u0008 ")).isEqualTo("one\n\ttwo");
    }

    @Test
    void findsNothingSaidInMarksAlone() {
        assertThat(PlainText.saysSomething("… — !")).isFalse();
    }
}
