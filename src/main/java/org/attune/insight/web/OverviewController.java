package org.attune.insight.web;

import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Relationships and numbers, side by side, and the way into each dashboard. */
@Controller
@Dashboard("")
@OpenTo(Audience.SELLERS)
class OverviewController {

    @GetMapping("/dashboards")
    String show() {
        return "insight/overview";
    }
}
