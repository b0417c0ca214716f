package org.attune.needs.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.UUID;
import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.access.Viewer;
import org.attune.needs.NeedId;
import org.attune.needs.Playbacks;
import org.attune.needs.Solutions;
import org.attune.platform.web.Flash;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What they confirm about a need, and what was found for it together. */
@Controller
@RequestMapping("/needs/{id}")
@OpenTo(Audience.SELLERS)
class SolutionController {

    private final Solutions solutions;
    private final Playbacks playbacks;
    private final NeedPage page;

    SolutionController(Solutions solutions, Playbacks playbacks, NeedPage page) {
        this.solutions = solutions;
        this.playbacks = playbacks;
        this.page = page;
    }

    @PostMapping("/confirmation")
    String playBack(
            Viewer viewer,
            @PathVariable UUID id,
            @Valid @ModelAttribute("playbackForm") PlaybackForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        NeedId need = new NeedId(id);
        if (!Attempt.holds(errors, () -> playbacks.playBack(viewer, form.command(need)))) {
            return page.again(viewer, need, "playback", model, response);
        }
        Flash.said(redirect, "needs.playback.said");
        return NeedPage.back(need);
    }

    @PostMapping("/solution")
    String find(
            Viewer viewer,
            @PathVariable UUID id,
            @Valid @ModelAttribute("solutionForm") SolutionForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        NeedId need = new NeedId(id);
        if (!Attempt.holds(errors, () -> solutions.record(viewer, form.command(need)))) {
            return page.again(viewer, need, "solution", model, response);
        }
        Flash.said(redirect, "needs.solution.said");
        return NeedPage.back(need);
    }
}
