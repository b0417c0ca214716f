package org.attune.needs.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.UUID;
import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.access.Viewer;
import org.attune.needs.NeedCosts;
import org.attune.needs.NeedId;
import org.attune.platform.web.Flash;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a problem costs them. */
@Controller
@RequestMapping("/needs/{id}/cost")
@OpenTo(Audience.SELLERS)
class CostController {

    private final NeedCosts costs;
    private final NeedPage page;

    CostController(NeedCosts costs, NeedPage page) {
        this.costs = costs;
        this.page = page;
    }

    @PostMapping
    String state(
            Viewer viewer,
            @PathVariable UUID id,
            @Valid @ModelAttribute("costForm") CostForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        NeedId need = new NeedId(id);
        if (!Attempt.holds(errors, () -> costs.state(viewer, form.command(need)))) {
            return page.again(viewer, need, "cost", model, response);
        }
        Flash.said(redirect, "needs.cost.said");
        return NeedPage.back(need);
    }

    @PostMapping("/confirmation")
    String confirm(
            Viewer viewer,
            @PathVariable UUID id,
            @Valid @ModelAttribute("estimateForm") EstimateForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        NeedId need = new NeedId(id);
        if (!Attempt.holds(errors, () -> costs.confirmEstimate(viewer, form.made(), need, form.ours(), form.where()))) {
            return page.again(viewer, need, "estimate", model, response);
        }
        Flash.said(redirect, "needs.cost.said");
        return NeedPage.back(need);
    }
}
