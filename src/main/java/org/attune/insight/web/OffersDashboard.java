package org.attune.insight.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.insight.ChartTable;
import org.attune.insight.OfferFigures;
import org.attune.insight.OnTheTable;
import org.attune.insight.Slice;
import org.attune.platform.FromReplica;
import org.attune.platform.web.Say;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** On the table: the offers they have not answered yet. */
@Controller
@Dashboard("offers")
@OpenTo(Audience.SELLERS)
@FromReplica
class OffersDashboard implements Charted {

    private final OfferFigures figures;
    private final MessageSource messages;
    private final Say say;

    OffersDashboard(OfferFigures figures, MessageSource messages, Say say) {
        this.figures = figures;
        this.messages = messages;
        this.say = say;
    }

    @Override
    public String dashboard() {
        return "offers";
    }

    @GetMapping("/dashboards/offers")
    String show(Slice slice, Model model) {
        OnTheTable table = figures.of(slice);
        model.addAttribute("table", table)
                .addAttribute("months", months(table, slice))
                .addAttribute(
                        "since", Change.plain(BigDecimal.valueOf(table.all()), BigDecimal.valueOf(table.before())));
        return "insight/offers";
    }

    @Override
    public List<ChartTable> charts(Slice slice) {
        return List.of(months(figures.of(slice), slice));
    }

    private ChartTable months(OnTheTable table, Slice slice) {
        return new ChartTable(
                "months",
                "stack",
                word("insight.offers.month"),
                List.of(
                        new ChartTable.Column(word("insight.row.pulled"), "them"),
                        new ChartTable.Column(word("insight.row.pushed"), "us")),
                table.months().stream().map(month -> line(month, slice)).toList());
    }

    private ChartTable.Line line(OnTheTable.Month month, Slice slice) {
        LocalDate first = month.first();
        return new ChartTable.Line(
                first == null ? word("insight.offers.no-day") : say.month(first),
                List.of(BigDecimal.valueOf(month.pulled()), BigDecimal.valueOf(month.pushed())),
                List.of(rows(first, "pulled", slice), rows(first, "pushed", slice)));
    }

    private static String rows(@Nullable LocalDate month, String how, Slice slice) {
        String figure = month == null ? "no-day-" + how : "month-" + how + ":" + YearMonth.from(month);
        return Addresses.rows("offers", figure, slice);
    }

    private String word(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
