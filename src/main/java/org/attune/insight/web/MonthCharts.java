package org.attune.insight.web;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.attune.insight.ChartTable;
import org.attune.insight.ChartTable.Column;
import org.attune.insight.ChartTable.Line;
import org.attune.insight.LeadingHealth;
import org.attune.insight.SalesBoard;
import org.attune.insight.SalesBoard.Month;
import org.attune.insight.Slice;
import org.attune.platform.web.Say;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Average health beside what was signed, month by month: one table for each currency. */
@Component
class MonthCharts {

    private final MessageSource messages;
    private final Say say;

    MonthCharts(MessageSource messages, Say say) {
        this.messages = messages;
        this.say = say;
    }

    /** Where nothing was signed yet, health alone. */
    List<ChartTable> of(SalesBoard board, Slice slice) {
        if (board.leads().isEmpty()) {
            return List.of(new ChartTable(
                    "months",
                    "lines",
                    word("insight.sales.month"),
                    List.of(health()),
                    board.months().stream().map(month -> alone(month, slice)).toList()));
        }
        return board.leads().stream()
                .map(LeadingHealth::currency)
                .map(currency -> both(currency, board.months(), slice))
                .toList();
    }

    private ChartTable both(String currency, List<Month> months, Slice slice) {
        return new ChartTable(
                "months-" + currency.toLowerCase(Locale.ROOT),
                "lead",
                word("insight.sales.month"),
                List.of(health(), new Column(word("insight.sales.signed-in", currency), "us")),
                months.stream().map(month -> line(month, currency, slice)).toList());
    }

    private Column health() {
        return new Column(word("insight.sales.mean"), "them");
    }

    private Line alone(Month month, Slice slice) {
        return new Line(label(month), Arrays.asList(Averages.tenths(month.mean())), List.of(known(month, slice)));
    }

    private Line line(Month month, String currency, Slice slice) {
        BigDecimal signed = month.signed(currency);
        return new Line(
                label(month),
                Arrays.asList(Averages.tenths(month.mean()), signed),
                List.of(
                        known(month, slice),
                        Addresses.rows("sales", "signed-month:" + currency + ":" + month.month(), slice)));
    }

    private static String known(Month month, Slice slice) {
        return Addresses.rows("sales", "mean-at:" + month.last(), slice);
    }

    private String label(Month month) {
        String name = say.month(month.last());
        return month.whole() ? name : word("insight.sales.so-far", name);
    }

    private String word(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }
}
