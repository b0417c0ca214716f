package org.attune.insight.web;

import java.math.BigDecimal;
import java.util.List;
import org.attune.insight.ChartTable;
import org.attune.insight.ChartTable.Column;
import org.attune.insight.ChartTable.Line;
import org.attune.insight.PeriodStep;
import org.attune.insight.PulledAndPushed;
import org.attune.insight.PulledAndPushed.Step;
import org.attune.insight.PulledAndPushed.Waited;
import org.attune.insight.Slice;
import org.attune.platform.web.Say;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The charts of <em>Pulled and pushed</em>, in words. */
@Component
class PullCharts {

    private static final String DASHBOARD = "pull";

    private final Say say;
    private final MessageSource messages;

    PullCharts(Say say, MessageSource messages) {
        this.say = say;
        this.messages = messages;
    }

    /** What went out, by week or month. */
    ChartTable offers(Slice slice, PulledAndPushed shown) {
        boolean weeks = PeriodStep.of(slice.period()) == PeriodStep.WEEK;
        return new ChartTable(
                "offers",
                "stack",
                word(weeks ? "insight.pull.week" : "insight.pull.month"),
                List.of(new Column(word("insight.pull.pulled"), "them"), new Column(word("insight.pull.pushed"), "us")),
                shown.steps().stream().map(step -> line(slice, step, weeks)).toList());
    }

    private Line line(Slice slice, Step step, boolean weeks) {
        Slice within = slice.during(step.from(), step.until());
        return new Line(
                weeks ? say.day(step.from()) : say.month(step.from()),
                List.of(BigDecimal.valueOf(step.pulled()), BigDecimal.valueOf(step.pushed())),
                List.of(Addresses.rows(DASHBOARD, "pulled", within), Addresses.rows(DASHBOARD, "pushed", within)));
    }

    /** How long answers took. */
    ChartTable answers(Slice slice, PulledAndPushed shown) {
        return new ChartTable(
                "answers",
                "stack",
                word("insight.pull.days"),
                List.of(
                        new Column(word("insight.pull.yes"), "good"),
                        new Column(word("insight.pull.no"), "us"),
                        new Column(word("insight.pull.not-now"), "steady")),
                shown.answers().spans().stream()
                        .map(waited -> line(slice, waited))
                        .toList());
    }

    private Line line(Slice slice, Waited waited) {
        return new Line(
                waited.span().replace('-', '–'),
                List.of(
                        BigDecimal.valueOf(waited.yes()),
                        BigDecimal.valueOf(waited.no()),
                        BigDecimal.valueOf(waited.notNow())),
                List.of(
                        Addresses.rows(DASHBOARD, "yes-after:" + waited.span(), slice),
                        Addresses.rows(DASHBOARD, "no-after:" + waited.span(), slice),
                        Addresses.rows(DASHBOARD, "not-now-after:" + waited.span(), slice)));
    }

    private String word(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
