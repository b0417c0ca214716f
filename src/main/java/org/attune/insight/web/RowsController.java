package org.attune.insight.web;

import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.insight.Counted;
import org.attune.insight.Slice;
import org.attune.platform.FromReplica;
import org.attune.platform.NotSeen;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What a figure counts, row by row, and both it and the charts as tables that a spreadsheet reads. */
@Controller
@OpenTo(Audience.SELLERS)
@FromReplica
class RowsController {

    private final CountedDashboards dashboards;
    private final FigureTitles titles;
    private final TakenAway taken;

    RowsController(CountedDashboards dashboards, FigureTitles titles, TakenAway taken) {
        this.dashboards = dashboards;
        this.titles = titles;
        this.taken = taken;
    }

    @GetMapping("/dashboards/{dashboard}/rows")
    String rows(
            @PathVariable String dashboard,
            Slice slice,
            @RequestParam(defaultValue = "none") String figure,
            @RequestParam @Nullable String after,
            Model model) {
        Counted counted = dashboards.find(dashboard);
        model.addAttribute("rows", FigureRows.of(counted, slice, figure, after))
                .addAttribute("figureTitle", titles.of(counted, figure))
                .addAttribute("wholeTitle", whole(counted, figure))
                .addAttribute("dashboard", dashboard)
                .addAttribute("slice", slice)
                .addAttribute("back", Addresses.dashboard(dashboard, slice))
                .addAttribute("csv", counted.mayBeTaken(figure) ? Addresses.rowsAsCsv(dashboard, figure, slice) : null);
        return "insight/rows";
    }

    /** What a share is of, as it is called. */
    private @Nullable String whole(Counted counted, String figure) {
        String of = counted.checked(figure).of();
        return of == null ? null : titles.of(counted, of);
    }

    @GetMapping("/dashboards/{dashboard}/rows.csv")
    ResponseEntity<byte[]> rowsAsCsv(
            @PathVariable String dashboard, Slice slice, @RequestParam(defaultValue = "none") String figure) {
        Counted counted = dashboards.find(dashboard);
        if (!counted.mayBeTaken(figure)) {
            throw new NotSeen("file of " + figure);
        }
        return taken.rows(counted, slice, figure);
    }

    @GetMapping("/dashboards/{dashboard}/{table}.csv")
    ResponseEntity<byte[]> chartAsCsv(@PathVariable String dashboard, @PathVariable String table, Slice slice) {
        return taken.chart(dashboard, dashboards.chart(dashboard, table, slice));
    }
}
