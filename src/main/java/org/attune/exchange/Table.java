package org.attune.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.attune.platform.RuleRefused;

/** A file of lines and columns with its headings. */
record Table(List<String> headings, List<Row> rows) {

    static final int MOST_LINES = 5_000;
    static final int MOST_COLUMNS = 200;
    static final int LONGEST_LINE = 50_000;

    /**
     * One line.
     *
     * @param number as a spreadsheet counts, the headings being line 1
     */
    record Row(int number, List<String> cells) {

        boolean isEmpty() {
            return cells.stream().allMatch(String::isEmpty);
        }

        int length() {
            return cells.stream().mapToInt(String::length).sum();
        }
    }

    /** @throws RuleRefused for the field "file", where it is no such file */
    static Table read(String text) {
        List<Row> rows = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(text, format(text))) {
            for (CSVRecord line : parser) {
                rows.add(new Row((int) line.getRecordNumber(), line.toList()));
                few(rows.size() - 1, MOST_LINES, "exchange.file.lines");
            }
        } catch (IOException | UncheckedIOException | IllegalStateException broken) {
            throw new RuleRefused("exchange.file.quotes", "file", rows.size() + 1);
        }
        List<String> headings = rows.isEmpty() ? List.of() : rows.remove(0).cells();
        few(headings.size(), MOST_COLUMNS, "exchange.file.columns");
        rows.removeIf(Row::isEmpty);
        if (rows.isEmpty()) {
            throw new RuleRefused("exchange.file.no-lines", "file");
        }
        return new Table(List.copyOf(headings), List.copyOf(rows));
    }

    private static void few(int count, int most, String refusal) {
        if (count > most) {
            throw new RuleRefused(refusal, "file", most);
        }
    }

    private static CSVFormat format(String text) {
        String first = text.lines().findFirst().orElse("");
        char delimiter = ',';
        for (char candidate : new char[] {';', '\t'}) {
            if (count(first, candidate) > count(first, delimiter)) {
                delimiter = candidate;
            }
        }
        return CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter)
                .setIgnoreEmptyLines(false)
                .setTrim(true)
                .get();
    }

    private static long count(String line, char wanted) {
        return line.chars().filter(letter -> letter == wanted).count();
    }
}
