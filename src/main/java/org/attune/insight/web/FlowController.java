package org.attune.insight.web;

import java.util.List;
import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.access.Role;
import org.attune.insight.ChartTable;
import org.attune.insight.Flow;
import org.attune.insight.FlowFigures;
import org.attune.insight.Slice;
import org.attune.platform.FromReplica;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** <em>Flow</em>: how contacts move along the path, where they wait, and who waits for whom. */
@Controller
@Dashboard("flow")
@OpenTo(Audience.SELLERS)
@FromReplica
class FlowController implements Charted {

    private final FlowFigures figures;
    private final FlowCharts charts;

    FlowController(FlowFigures figures, FlowCharts charts) {
        this.figures = figures;
        this.charts = charts;
    }

    @GetMapping("/dashboards/flow")
    String page(Slice slice, Model model) {
        Flow shown = figures.of(slice);
        model.addAttribute("shown", shown)
                .addAttribute("waiting", charts.waiting(slice, shown))
                .addAttribute("leads", slice.viewer().role() == Role.MANAGER);
        return "insight/flow";
    }

    @Override
    public String dashboard() {
        return figures.dashboard();
    }

    @Override
    public List<ChartTable> charts(Slice slice) {
        Flow shown = figures.of(slice);
        return List.of(charts.waiting(slice, shown), charts.path(slice, shown));
    }
}
