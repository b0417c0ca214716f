package org.attune.offers.web;

import java.util.UUID;
import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.access.Viewer;
import org.attune.needs.NeedId;
import org.attune.offers.Readinesses;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;

/** What the gate says about one need. */
@Controller
@OpenTo(Audience.SELLERS)
class ReadinessController {

    private final Readinesses readinesses;

    ReadinessController(Readinesses readinesses) {
        this.readinesses = readinesses;
    }

    @GetMapping("/needs/{id}/readiness")
    String readiness(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment,
            Model model) {
        model.addAttribute("readiness", readinesses.of(viewer, new NeedId(id)));
        return fragment ? "offers/readiness :: rules(r=${readiness})" : "offers/readiness";
    }
}
