package org.attune.desk.web;

import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.access.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page: today, for whoever works with customers; the way to the configuration for everybody else. */
@Controller
@OpenTo(Audience.SIGNED_IN)
class TodayController {

    private final TodayPage page;

    TodayController(TodayPage page) {
        this.page = page;
    }

    @GetMapping("/")
    String today(Viewer viewer, Model model) {
        return viewer.sells() ? page.show(viewer, model) : "desk/home";
    }
}
