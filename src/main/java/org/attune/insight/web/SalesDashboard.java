package org.attune.insight.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.insight.ChartTable;
import org.attune.insight.SalesBoard;
import org.attune.insight.SalesFigures;
import org.attune.insight.Slice;
import org.attune.platform.FromReplica;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Quality beside quantity: how relationships are, and what came of it. */
@Controller
@Dashboard("sales")
@OpenTo(Audience.SELLERS)
@FromReplica
class SalesDashboard implements Charted {

    private final SalesFigures figures;
    private final MonthCharts charts;
    private final MeanHealth mean;

    SalesDashboard(SalesFigures figures, MonthCharts charts, MeanHealth mean) {
        this.mean = mean;
        this.figures = figures;
        this.charts = charts;
    }

    @Override
    public String dashboard() {
        return "sales";
    }

    @GetMapping("/dashboards/sales")
    String show(Slice slice, Model model) {
        SalesBoard board = figures.of(slice);
        mean.show(model, board.health(), board.before());
        model.addAttribute("board", board)
                .addAttribute("healthyChange", healthy(board))
                .addAttribute("offersChange", offers(board))
                .addAttribute("amounts", SignedAmount.of(board.signed(), board.signedBefore()))
                .addAttribute("quadrants", QuadrantTile.of(board.quadrants()))
                .addAttribute("each", QuadrantTile.each(board.quadrants()))
                .addAttribute("months", charts.of(board, slice))
                .addAttribute("leads", board.leads());
        return "insight/sales";
    }

    @Override
    public List<ChartTable> charts(Slice slice) {
        SalesBoard board = figures.of(slice);
        return new ArrayList<>(charts.of(board, slice));
    }

    private static @Nullable Change healthy(SalesBoard board) {
        return board.before().known() == 0
                ? null
                : Change.of(
                        BigDecimal.valueOf(board.health().healthy()),
                        BigDecimal.valueOf(board.before().healthy()),
                        true);
    }

    private static @Nullable Change offers(SalesBoard board) {
        return Change.of(
                BigDecimal.valueOf(board.signed().offers()),
                BigDecimal.valueOf(board.signedBefore().offers()),
                true);
    }
}
