package org.attune.insight.web;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.attune.insight.ChartTable;
import org.attune.insight.Counted;
import org.attune.insight.CountedRow;
import org.attune.insight.Slice;
import org.attune.platform.KeysetPage;
import org.attune.platform.SafeCsv;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Figures as a table that a spreadsheet reads: headings in the person's language, numbers as they are. */
@Component
class TakenAway {

    /** A spreadsheet takes about a million. */
    private static final int AT_MOST = 100_000;

    private static final int AT_ONCE = 10_000;

    private static final List<String> COLUMNS = List.of("day", "whose", "what", "text", "amount", "unit");

    /** Those that have a word; a currency is its code. */
    private static final Set<String> UNITS = Set.of("days", "minutes", "points");

    private final MessageSource messages;

    TakenAway(MessageSource messages) {
        this.messages = messages;
    }

    ResponseEntity<byte[]> chart(String dashboard, ChartTable chart) {
        List<String> heading = Stream.concat(
                        Stream.of(chart.first()), chart.columns().stream().map(ChartTable.Column::label))
                .toList();
        Stream<List<String>> lines = chart.lines().stream().map(line -> Stream.concat(
                        Stream.of(line.label()), line.values().stream().map(TakenAway::plain))
                .toList());
        return file(dashboard + "-" + chart.id(), heading, lines);
    }

    ResponseEntity<byte[]> rows(Counted counted, Slice slice, String figure) {
        List<List<String>> lines = new ArrayList<>();
        @Nullable String after = null;
        do {
            KeysetPage<CountedRow> page = counted.rows(slice, figure, after, AT_ONCE);
            page.items().forEach(row -> lines.add(cells(row)));
            after = page.next();
        } while (after != null && lines.size() < AT_MOST);
        List<String> heading =
                COLUMNS.stream().map(column -> word("insight.column." + column)).toList();
        return file(counted.dashboard() + "-" + figure.replaceAll("[^A-Za-z0-9-]", "-"), heading, lines.stream());
    }

    private List<String> cells(CountedRow row) {
        String unit = row.unit();
        return List.of(
                Objects.toString(row.day(), ""),
                row.name() == null ? word("insight.rows.gone") : row.name(),
                row.what() == null ? "" : word("insight.row." + row.what()),
                Objects.toString(row.text(), ""),
                plain(row.amount()),
                unit == null ? "" : unitWord(unit));
    }

    private String unitWord(String unit) {
        return UNITS.contains(unit) ? word("insight.unit." + unit) : unit;
    }

    private String word(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }

    private static String plain(@Nullable BigDecimal number) {
        return number == null ? "" : number.toPlainString();
    }

    private static ResponseEntity<byte[]> file(String name, List<String> heading, Stream<List<String>> lines) {
        String text = Stream.concat(Stream.of(heading), lines)
                .map(SafeCsv::safeLine)
                .collect(Collectors.joining("\r\n", "\uFEFF", "\r\n"));
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(new MediaType("text", "csv", StandardCharsets.UTF_8));
        headers.setContentDisposition(ContentDisposition.attachment()
                .filename("attune-" + name + ".csv")
                .build());
        return ResponseEntity.ok().headers(headers).body(text.getBytes(StandardCharsets.UTF_8));
    }
}
