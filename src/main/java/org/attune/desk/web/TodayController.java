package org.attune.desk.web;

import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.access.Role;
import org.attune.access.Viewer;
import org.attune.voice.Answerers;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page: today, for whoever works with customers; what is to be answered, or the way to the configuration. */
@Controller
@OpenTo(Audience.SIGNED_IN)
class TodayController {

    private final TodayPage page;
    private final Answerers answerers;

    TodayController(TodayPage page, Answerers answerers) {
        this.page = page;
        this.answerers = answerers;
    }

    @GetMapping("/")
    String today(Viewer viewer, Model model) {
        if (viewer.sells()) {
            return page.show(viewer, model);
        }
        if (viewer.role() == Role.DECIDER) {
            return "redirect:/voice/statements";
        }
        model.addAttribute("answers", !answerers.of(viewer).isEmpty());
        return "desk/home";
    }
}
