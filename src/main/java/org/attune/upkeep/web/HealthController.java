package org.attune.upkeep.web;

import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.upkeep.Upkeep;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** How Attune is doing, and what to do. */
@Controller
@OpenTo(Audience.ADMINS)
class HealthController {

    private final Upkeep upkeep;
    private final Sizes sizes;

    HealthController(Upkeep upkeep, Sizes sizes) {
        this.upkeep = upkeep;
        this.sizes = sizes;
    }

    @GetMapping("/admin/health")
    String look(Model model) {
        model.addAttribute("health", upkeep.look()).addAttribute("sizes", sizes);
        return "upkeep/health";
    }
}
