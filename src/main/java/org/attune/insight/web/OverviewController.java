package org.attune.insight.web;

import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.insight.Slice;
import org.attune.platform.FromReplica;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Relationships and numbers, side by side, and the way into each dashboard. */
@Controller
@Dashboard("")
@OpenTo(Audience.SELLERS)
@FromReplica
class OverviewController {

    private final OverviewTiles tiles;

    OverviewController(OverviewTiles tiles) {
        this.tiles = tiles;
    }

    @GetMapping("/dashboards")
    String show(Slice slice, @ModelAttribute("dash") Dash dash, Model model) {
        model.addAttribute("strip", tiles.of(slice, dash.tabs()));
        return "insight/overview";
    }
}
