package org.attune.insight.web;

import java.math.BigDecimal;
import java.util.List;
import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.insight.ChartTable;
import org.attune.insight.Slice;
import org.attune.insight.TimeBoard;
import org.attune.insight.TimeBoard.Together;
import org.attune.insight.TimeFigures;
import org.attune.platform.FromReplica;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The time spent together, what it built, and whom nobody tends. */
@Controller
@Dashboard("time")
@OpenTo(Audience.SELLERS)
@FromReplica
class TimeDashboard implements Charted {

    private final TimeFigures figures;
    private final StepLabels steps;

    TimeDashboard(TimeFigures figures, StepLabels steps) {
        this.figures = figures;
        this.steps = steps;
    }

    @Override
    public String dashboard() {
        return "time";
    }

    @GetMapping("/dashboards/time")
    String show(Slice slice, Model model) {
        TimeBoard board = figures.of(slice);
        Together now = board.now();
        Together before = board.before();
        model.addAttribute("board", board)
                .addAttribute("talksChange", change(now.conversations(), before.conversations()))
                .addAttribute(
                        "timeChange", now.timed() && before.timed() ? change(now.minutes(), before.minutes()) : null)
                .addAttribute("hats", hats(board, slice));
        return "insight/time";
    }

    @Override
    public List<ChartTable> charts(Slice slice) {
        return List.of(hats(figures.of(slice), slice));
    }

    private static @Nullable Change change(long now, long before) {
        return Change.plain(BigDecimal.valueOf(now), BigDecimal.valueOf(before));
    }

    private ChartTable hats(TimeBoard board, Slice slice) {
        return new ChartTable(
                "hats",
                "stack",
                steps.first(slice),
                List.of(
                        new ChartTable.Column(steps.word("insight.time.hat.sales"), "us"),
                        new ChartTable.Column(steps.word("insight.time.hat.marketing"), "them")),
                board.steps().stream().map(step -> line(step, slice)).toList());
    }

    private ChartTable.Line line(TimeBoard.Step step, Slice slice) {
        Slice part = slice.during(step.from(), step.until());
        return new ChartTable.Line(
                steps.label(step.from(), slice),
                List.of(
                        BigDecimal.valueOf(step.sales().minutes()),
                        BigDecimal.valueOf(step.marketing().minutes())),
                List.of(Addresses.rows("time", "hat-sales", part), Addresses.rows("time", "hat-marketing", part)));
    }
}
