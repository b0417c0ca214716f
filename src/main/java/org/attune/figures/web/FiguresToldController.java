package org.attune.figures.web;

import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.access.Viewer;
import org.attune.figures.FiguresAboutPeople;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Somebody read who sees figures about them. */
@Controller
@OpenTo(Audience.SELLERS)
class FiguresToldController {

    private final FiguresAboutPeople figures;

    FiguresToldController(FiguresAboutPeople figures) {
        this.figures = figures;
    }

    @PostMapping("/figures/notice")
    String told(Viewer viewer, @RequestParam int number) {
        figures.told(viewer, number);
        return "redirect:/";
    }
}
