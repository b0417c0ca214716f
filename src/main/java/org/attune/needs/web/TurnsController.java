package org.attune.needs.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.UUID;
import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.access.Viewer;
import org.attune.conversations.TurnId;
import org.attune.needs.NeedId;
import org.attune.needs.NeedTurns;
import org.attune.platform.web.Flash;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What was heard about a need. */
@Controller
@RequestMapping("/needs/{id}/turns")
@OpenTo(Audience.SELLERS)
class TurnsController {

    private final NeedTurns turns;
    private final NeedPage page;

    TurnsController(NeedTurns turns, NeedPage page) {
        this.turns = turns;
        this.page = page;
    }

    @PostMapping
    String link(
            Viewer viewer,
            @PathVariable UUID id,
            @Valid @ModelAttribute("linkForm") LinkForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        NeedId need = new NeedId(id);
        if (!Attempt.holds(errors, () -> turns.link(viewer, form.command(need)))) {
            return page.again(viewer, need, "link", model, response);
        }
        Flash.said(redirect, "needs.turn.linked");
        return NeedPage.back(need);
    }

    @PostMapping("/{turn}/removal")
    String unlink(Viewer viewer, @PathVariable UUID id, @PathVariable UUID turn, RedirectAttributes redirect) {
        NeedId need = new NeedId(id);
        turns.unlink(viewer, need, new TurnId(turn));
        Flash.said(redirect, "needs.turn.unlinked");
        return NeedPage.back(need);
    }
}
