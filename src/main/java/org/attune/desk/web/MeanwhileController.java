package org.attune.desk.web;

import java.util.UUID;
import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.access.Viewer;
import org.attune.desk.Meanwhile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What happened while somebody was away. */
@Controller
@OpenTo(Audience.SELLERS)
class MeanwhileController {

    private final Meanwhile meanwhile;

    MeanwhileController(Meanwhile meanwhile) {
        this.meanwhile = meanwhile;
    }

    @GetMapping("/absences/{absence}")
    String show(Viewer viewer, @PathVariable UUID absence, Model model) {
        model.addAttribute("events", meanwhile.during(viewer, absence));
        return "desk/meanwhile";
    }
}
