package org.attune.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.attune.platform.RuleRefused;
import org.attune.platform.SafeCsv;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextFileTests {

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1252", "UTF-16"})
    void readsLettersWhicheverProgramWroteThem(String encoding) {
        assertThat(TextFile.read("name\nZoë Müller".getBytes(Charset.forName(encoding)))
                        .text())
                .isEqualTo("name\nZoë Müller");
    }

    @Test
    void leavesTheMarkAtTheBeginningOut() {
        assertThat(TextFile.read("\uFEFFname\nZoë".getBytes(StandardCharsets.UTF_8))
                        .text())
                .startsWith("name");
    }

    @Test
    void saysWhatIsWrongWithWhatIsNoText() {
        assertThatExceptionOfType(RuleRefused.class)
                .isThrownBy(() -> TextFile.read(new byte[0]))
                .withMessage("exchange.file.empty");
        assertThatExceptionOfType(RuleRefused.class)
                .isThrownBy(() -> TextFile.read(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 0x1A, 10, 0, 0}))
                .withMessage("exchange.file.not-text");
        assertThatExceptionOfType(RuleRefused.class)
                .isThrownBy(() -> TextFile.read(new byte[] {'n', (byte) 0x81, (byte) 0xE9}))
                .withMessage("exchange.file.encoding");
    }

    @Test
    void saysWhereATableBreaks() {
        assertThatExceptionOfType(RuleRefused.class)
                .isThrownBy(() -> Table.read("name,note\nHelen,\"never closed\nPetra,"))
                .withMessage("exchange.file.quotes");
        assertThatExceptionOfType(RuleRefused.class)
                .isThrownBy(() -> Table.read("name,note\n,\n"))
                .withMessage("exchange.file.no-lines");
        assertThatExceptionOfType(RuleRefused.class)
                .isThrownBy(() -> Table.read("name\n" + "Helen\n".repeat(Table.MOST_LINES + 1)))
                .withMessage("exchange.file.lines");
    }

    @ParameterizedTest
    @ValueSource(strings = {"name;note\nHelen;a, b", "name\tnote\nHelen\ta, b", "name,note\nHelen,\"a, b\""})
    void tellsWhatSeparatesTheColumns(String text) {
        assertThat(Table.read(text).rows().get(0).cells()).containsExactly("Helen", "a, b");
    }

    @Test
    void writesNothingASpreadsheetWouldCalculate() {
        assertThat(SafeCsv.asText("=HYPERLINK(\"x\")")).startsWith("'=");
        assertThat(SafeCsv.asText("+1+cmd|x")).startsWith("'+");
        assertThat(SafeCsv.asText("@SUM(A1)")).startsWith("'@");
        assertThat(SafeCsv.asText("+49 30 901820")).isEqualTo("+49 30 901820");
        assertThat(SafeCsv.asText("Helen")).isEqualTo("Helen");
    }
}
