package org.attune.needs.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.UUID;
import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.access.Viewer;
import org.attune.needs.NeedId;
import org.attune.needs.Summaries;
import org.attune.outside.OutsideLinkId;
import org.attune.platform.web.Flash;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Summaries of a need that are sent by a link: made, and taken back. */
@Controller
@RequestMapping("/needs/{id}/summaries")
@OpenTo(Audience.SELLERS)
class SummaryController {

    private final Summaries summaries;
    private final NeedPage page;

    SummaryController(Summaries summaries, NeedPage page) {
        this.summaries = summaries;
        this.page = page;
    }

    @PostMapping
    String send(
            Viewer viewer,
            @PathVariable UUID id,
            @Valid @ModelAttribute("summaryForm") SummaryForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        NeedId need = new NeedId(id);
        if (!Attempt.holds(errors, () -> summaries.send(viewer, form.command(need)))) {
            return page.again(viewer, need, "summary", model, response);
        }
        Flash.said(redirect, "needs.summary.said");
        return NeedPage.back(need) + "#confirmation";
    }

    @PostMapping("/{link}/ending")
    String end(Viewer viewer, @PathVariable UUID id, @PathVariable UUID link, RedirectAttributes redirect) {
        NeedId need = new NeedId(id);
        summaries.end(viewer, need, new OutsideLinkId(link));
        Flash.said(redirect, "needs.summary.ended");
        return NeedPage.back(need) + "#confirmation";
    }
}
