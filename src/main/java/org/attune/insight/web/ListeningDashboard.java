package org.attune.insight.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.figures.Spread;
import org.attune.insight.ChartTable;
import org.attune.insight.ListeningBoard;
import org.attune.insight.ListeningBoard.Among;
import org.attune.insight.ListeningBoard.Fact;
import org.attune.insight.ListeningBoard.Step;
import org.attune.insight.ListeningFact;
import org.attune.insight.ListeningFigures;
import org.attune.insight.Slice;
import org.attune.platform.FromReplica;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** How a team listens: spreads of people, never a list of them. */
@Controller
@Dashboard("listening")
@OpenTo(Audience.SELLERS)
@FromReplica
class ListeningDashboard implements Charted {

    /** Drawn over time; of the others the table says enough. */
    private static final List<ListeningFact> DRAWN =
            List.of(ListeningFact.ROOM, ListeningFact.ASKED, ListeningFact.ANSWERED);

    private final ListeningFigures figures;
    private final FactLines lines;
    private final StepLabels steps;

    ListeningDashboard(ListeningFigures figures, FactLines lines, StepLabels steps) {
        this.figures = figures;
        this.lines = lines;
        this.steps = steps;
    }

    @Override
    public String dashboard() {
        return "listening";
    }

    @GetMapping("/dashboards/listening")
    String show(Slice slice, Model model) {
        ListeningBoard board = figures.of(slice);
        model.addAttribute("board", board)
                .addAttribute("lines", lines.of(board))
                .addAttribute("ownLines", lines.own(board))
                .addAttribute("drawn", drawn(board));
        return "insight/listening";
    }

    /** Without the line of whoever looks: figures about a person are not taken away. */
    @Override
    public List<ChartTable> charts(Slice slice) {
        return drawn(figures.of(slice));
    }

    private List<ChartTable> drawn(ListeningBoard board) {
        Among among = board.among();
        return among == null
                ? List.of()
                : among.facts().stream()
                        .filter(fact -> DRAWN.contains(fact.fact()))
                        .map(this::chart)
                        .toList();
    }

    private ChartTable chart(Fact fact) {
        return new ChartTable(
                fact.fact().word(),
                "lines",
                steps.word("insight.step.month"),
                List.of(
                        new ChartTable.Column(steps.word("insight.listening.lower"), "unknown"),
                        new ChartTable.Column(steps.word("insight.listening.middle"), "us"),
                        new ChartTable.Column(steps.word("insight.listening.upper"), "steady")),
                fact.steps().stream().map(this::line).toList());
    }

    private ChartTable.Line line(Step step) {
        return new ChartTable.Line(
                steps.month(step.month()),
                Stream.<ToDoubleFunction<Spread>>of(Spread::lower, Spread::middle, Spread::upper)
                        .map(part -> number(step.spread(), part))
                        .toList(),
                List.of());
    }

    private static @Nullable BigDecimal number(@Nullable Spread spread, ToDoubleFunction<Spread> part) {
        return spread == null
                ? null
                : BigDecimal.valueOf(part.applyAsDouble(spread)).setScale(0, RoundingMode.HALF_UP);
    }
}
