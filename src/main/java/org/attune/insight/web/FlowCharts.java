package org.attune.insight.web;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.attune.insight.ChartTable;
import org.attune.insight.ChartTable.Column;
import org.attune.insight.ChartTable.Line;
import org.attune.insight.Flow;
import org.attune.insight.Flow.Stop;
import org.attune.insight.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The charts of <em>Flow</em>, in words. */
@Component
class FlowCharts {

    private static final String DASHBOARD = "flow";
    private static final List<String> ALONG =
            List.of("there", "came", "on", "back", "aside", "retired", "stays", "usual");
    private static final List<String> FIGURES =
            List.of("there-in", "came-in", "on-from", "back-from", "aside-from", "retired-from", "stays-in", "days-in");

    private final MessageSource messages;

    FlowCharts(MessageSource messages) {
        this.messages = messages;
    }

    /** Who waits for whom, by the stage they stand in today. */
    ChartTable waiting(Slice slice, Flow shown) {
        return new ChartTable(
                "waiting",
                "stack",
                word("insight.flow.stage"),
                List.of(
                        new Column(word("insight.flow.they-wait"), "them"),
                        new Column(word("insight.flow.we-wait"), "us")),
                Stream.of(List.of(shown.nowhere()), shown.path(), shown.beside())
                        .flatMap(List::stream)
                        .map(stop -> new Line(
                                name(stop),
                                List.of(
                                        BigDecimal.valueOf(stop.theyWait().all()),
                                        BigDecimal.valueOf(stop.weWait().all())),
                                List.of(waits(slice, "they-wait", stop), waits(slice, "we-wait", stop))))
                        .toList());
    }

    /** The table of the path, to be taken away. */
    ChartTable path(Slice slice, Flow shown) {
        return new ChartTable(
                "path",
                "bands",
                word("insight.flow.stage"),
                ALONG.stream()
                        .map(figure -> new Column(word("insight.flow." + figure), "them"))
                        .toList(),
                Stream.of(shown.path(), shown.beside(), shown.retired())
                        .flatMap(List::stream)
                        .map(stop -> along(slice, stop))
                        .toList());
    }

    private Line along(Slice slice, Stop stop) {
        Integer usual = stop.usualDays();
        List<@Nullable BigDecimal> values = Arrays.asList(
                BigDecimal.valueOf(stop.there()),
                BigDecimal.valueOf(stop.came()),
                BigDecimal.valueOf(stop.on()),
                BigDecimal.valueOf(stop.back()),
                BigDecimal.valueOf(stop.aside()),
                BigDecimal.valueOf(stop.retired()),
                BigDecimal.valueOf(stop.stays()),
                usual == null ? null : BigDecimal.valueOf(usual));
        List<@Nullable String> links =
                FIGURES.stream().map(figure -> rows(slice, figure, stop)).toList();
        return new Line(name(stop), values, links);
    }

    private static @Nullable String rows(Slice slice, String figure, Stop stop) {
        return Addresses.rows(DASHBOARD, figure + ":" + stop.key(), slice);
    }

    private static @Nullable String waits(Slice slice, String who, Stop stop) {
        return stop.name() == null
                ? Addresses.rows(DASHBOARD, who + "-nowhere", slice)
                : rows(slice, who + "-in", stop);
    }

    private String name(Stop stop) {
        String name = stop.name();
        return name == null ? word("insight.flow.nowhere") : name;
    }

    private String word(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
