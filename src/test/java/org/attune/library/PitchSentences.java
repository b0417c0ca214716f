package org.attune.library;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The labelled sentences; where they come from stands on top of their file. */
final class PitchSentences {

    private PitchSentences() {}

    record Sentence(String part, String language, boolean sells, String text) {

        boolean isPointedAt() {
            return !PitchLint.of(text, language).isEmpty();
        }
    }

    /** How good the remarks are on some sentences. */
    record Measured(int rightly, int wrongly, int missed, int left) {

        static Measured on(List<Sentence> sentences) {
            int[] counts = new int[4];
            for (Sentence one : sentences) {
                counts[one.isPointedAt() ? (one.sells() ? 0 : 1) : (one.sells() ? 2 : 3)]++;
            }
            return new Measured(counts[0], counts[1], counts[2], counts[3]);
        }

        double precision() {
            return rightly / (double) Math.max(1, rightly + wrongly);
        }

        double recall() {
            return rightly / (double) Math.max(1, rightly + missed);
        }
    }

    static List<Sentence> of(String part, String language) {
        return all().stream()
                .filter(one -> one.part().equals(part) && one.language().equals(language))
                .toList();
    }

    private static List<Sentence> all() {
        try (BufferedReader file = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(PitchSentences.class.getResourceAsStream("/pitch_lint/sentences.tsv")),
                StandardCharsets.UTF_8))) {
            return file.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t"))
                    .map(cells -> new Sentence(cells[0], cells[1], cells[2].equals("sell"), cells[3]))
                    .toList();
        } catch (IOException notRead) {
            throw new IllegalStateException(notRead);
        }
    }
}
