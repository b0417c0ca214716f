package org.attune.insight.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.insight.ChartTable;
import org.attune.insight.PromiseBoard;
import org.attune.insight.PromiseBoard.Kept;
import org.attune.insight.PromiseBoard.Step;
import org.attune.insight.PromiseFigures;
import org.attune.insight.Slice;
import org.attune.platform.FromReplica;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What became of promises, by us and by them. */
@Controller
@Dashboard("promises")
@OpenTo(Audience.SELLERS)
@FromReplica
class PromisesDashboard implements Charted {

    private final PromiseFigures figures;
    private final StepLabels steps;

    PromisesDashboard(PromiseFigures figures, StepLabels steps) {
        this.figures = figures;
        this.steps = steps;
    }

    @Override
    public String dashboard() {
        return "promises";
    }

    @GetMapping("/dashboards/promises")
    String show(Slice slice, Model model) {
        PromiseBoard board = figures.of(slice);
        model.addAttribute("board", board)
                .addAttribute("ourSide", new Side("us", board.us(), board.usBefore(), ours(board, slice)))
                .addAttribute("theirSide", new Side("them", board.them(), board.themBefore(), theirs(board, slice)));
        return "insight/promises";
    }

    @Override
    public List<ChartTable> charts(Slice slice) {
        PromiseBoard board = figures.of(slice);
        return List.of(ours(board, slice), theirs(board, slice));
    }

    /** One side's promises beside those of the days before. */
    record Side(String name, Kept now, Kept before, ChartTable chart) {

        public @Nullable Change due() {
            return change(Kept::due);
        }

        public @Nullable Change inTime() {
            return change(Kept::inTime);
        }

        public @Nullable Change late() {
            return change(Kept::late);
        }

        public @Nullable Change broken() {
            return change(Kept::broken);
        }

        public @Nullable Change overdue() {
            return change(Kept::overdue);
        }

        public @Nullable Change moved() {
            return change(Kept::moved);
        }

        private @Nullable Change change(Function<Kept, Long> figure) {
            return Change.plain(BigDecimal.valueOf(figure.apply(now)), BigDecimal.valueOf(figure.apply(before)));
        }
    }

    private ChartTable ours(PromiseBoard board, Slice slice) {
        return table("ours", "us", board, Step::us, slice);
    }

    private ChartTable theirs(PromiseBoard board, Slice slice) {
        return table("theirs", "them", board, Step::them, slice);
    }

    private ChartTable table(String id, String side, PromiseBoard board, Function<Step, Kept> whose, Slice slice) {
        return new ChartTable(
                id,
                "stack",
                steps.first(slice),
                List.of(
                        new ChartTable.Column(steps.word("insight.row.promise.in-time"), "good"),
                        new ChartTable.Column(steps.word("insight.row.promise.late"), "steady"),
                        new ChartTable.Column(steps.word("insight.row.promise.overdue"), "cooling"),
                        new ChartTable.Column(steps.word("insight.row.promise.broken"), "risk"),
                        new ChartTable.Column(steps.word("insight.row.promise.open"), "unknown")),
                board.steps().stream()
                        .map(step -> line(step, side, whose.apply(step), slice))
                        .toList());
    }

    private ChartTable.Line line(Step step, String side, Kept kept, Slice slice) {
        Slice part = slice.during(step.from(), step.until());
        return new ChartTable.Line(
                steps.label(step.from(), slice),
                List.of(
                        BigDecimal.valueOf(kept.inTime()),
                        BigDecimal.valueOf(kept.late()),
                        BigDecimal.valueOf(kept.overdue()),
                        BigDecimal.valueOf(kept.broken()),
                        BigDecimal.valueOf(kept.open())),
                List.of(
                        Addresses.rows("promises", side + "-in-time", part),
                        Addresses.rows("promises", side + "-late", part),
                        Addresses.rows("promises", side + "-overdue", part),
                        Addresses.rows("promises", side + "-broken", part),
                        Addresses.rows("promises", side + "-open", part)));
    }
}
