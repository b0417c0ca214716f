package org.attune.platform;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;

/** Writes lines that a spreadsheet shows and never calculates: what begins like a formula is marked as text. */
public final class SafeCsv {

    private SafeCsv() {}

    public static String line(List<String> cells) {
        try (StringWriter text = new StringWriter();
                CSVPrinter printer = new CSVPrinter(text, CSVFormat.DEFAULT)) {
            printer.printRecord(cells);
            return text.toString().stripTrailing();
        } catch (IOException cannotHappen) {
            throw new UncheckedIOException(cannotHappen);
        }
    }

    public static String safeLine(List<String> cells) {
        return line(cells.stream().map(SafeCsv::asText).toList());
    }

    /** The cells of a line that {@link #line} wrote. */
    public static List<String> cells(String line) {
        try (CSVParser parser = CSVParser.parse(line, CSVFormat.DEFAULT)) {
            return parser.getRecords().stream()
                    .findFirst()
                    .map(cells -> cells.toList())
                    .orElse(List.of());
        } catch (IOException cannotHappen) {
            throw new UncheckedIOException(cannotHappen);
        }
    }

    /** A number with its plus sign is left as it is: nothing can be calculated from digits alone. */
    public static String asText(String cell) {
        boolean formula = !cell.isEmpty() && "=+-@\t\r\n".indexOf(cell.charAt(0)) >= 0;
        return formula && !cell.matches("\\+[\\d ()/.-]+") ? "'" + cell : cell;
    }
}
