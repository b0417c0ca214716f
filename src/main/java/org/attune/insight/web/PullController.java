package org.attune.insight.web;

import java.util.List;
import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.insight.ChartTable;
import org.attune.insight.PullFigures;
import org.attune.insight.PulledAndPushed;
import org.attune.insight.Slice;
import org.attune.platform.FromReplica;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** <em>Pulled and pushed</em>: who asked, who was asked, and how soon there was a clear answer. */
@Controller
@Dashboard("pull")
@OpenTo(Audience.SELLERS)
@FromReplica
class PullController implements Charted {

    private final PullFigures figures;
    private final PullCharts charts;

    PullController(PullFigures figures, PullCharts charts) {
        this.figures = figures;
        this.charts = charts;
    }

    @GetMapping("/dashboards/pull")
    String page(Slice slice, Model model) {
        PulledAndPushed shown = figures.of(slice);
        model.addAttribute("shown", shown)
                .addAttribute("offers", charts.offers(slice, shown))
                .addAttribute("answers", charts.answers(slice, shown));
        return "insight/pull";
    }

    @Override
    public String dashboard() {
        return figures.dashboard();
    }

    @Override
    public List<ChartTable> charts(Slice slice) {
        PulledAndPushed shown = figures.of(slice);
        return List.of(charts.offers(slice, shown), charts.answers(slice, shown));
    }
}
