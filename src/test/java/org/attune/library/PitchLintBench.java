package org.attune.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Measures how well the pitch lint tells sentences that sell from sentences that educate. No test: run with
 * {@code ./mvnw -Pbench test -Dtest=PitchLintBench}.
 */
class PitchLintBench {

    private static final Path RESULT = Path.of("target", "bench-pitch-lint.md");

    @Test
    void howOftenItIsRight() throws IOException {
        StringBuilder table =
                new StringBuilder("| part | language | sentences | precision | recall | rightly | wrongly | missed |\n"
                        + "|---|---|---|---|---|---|---|---|\n");
        for (String part : List.of("rules", "held_out")) {
            for (String language : List.of("en", "de")) {
                List<PitchSentences.Sentence> sentences = PitchSentences.of(part, language);
                assertThat(sentences).isNotEmpty();
                PitchSentences.Measured measured = PitchSentences.Measured.on(sentences);
                table.append(String.format(
                        Locale.ROOT,
                        "| %s | %s | %d | %.2f | %.2f | %d | %d | %d |%n",
                        part,
                        language,
                        sentences.size(),
                        measured.precision(),
                        measured.recall(),
                        measured.rightly(),
                        measured.wrongly(),
                        measured.missed()));
            }
        }
        String wrong = List.of("en", "de").stream()
                .flatMap(language -> PitchSentences.of("held_out", language).stream())
                .filter(one -> one.sells() != one.isPointedAt())
                .map(one -> "- " + (one.sells() ? "missed: " : "wrongly: ") + one.text())
                .collect(Collectors.joining("\n"));
        Files.writeString(RESULT, table + "\n" + wrong + "\n");
        System.out.println(table + "\n" + wrong);
    }
}
