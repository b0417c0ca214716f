package org.attune.needs.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.access.Viewer;
import org.attune.conversations.TurnId;
import org.attune.needs.HeardWords;
import org.attune.needs.NeedChoices;
import org.attune.needs.NeedId;
import org.attune.needs.NeedView;
import org.attune.needs.NeedViews;
import org.attune.needs.Needs;
import org.attune.platform.NotSeen;
import org.attune.platform.web.Flash;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Needs: noted from a turn, shown, put better, ended and taken up again. */
@Controller
@OpenTo(Audience.SELLERS)
class NeedController {

    private final Needs needs;
    private final NeedViews views;
    private final NeedChoices choices;
    private final NeedPage page;
    private final Words words;

    NeedController(Needs needs, NeedViews views, NeedChoices choices, NeedPage page, Words words) {
        this.needs = needs;
        this.views = views;
        this.choices = choices;
        this.page = page;
        this.words = words;
    }

    @GetMapping("/turns/{turn}/needs/new")
    String begin(
            Viewer viewer, @PathVariable UUID turn, @RequestParam(defaultValue = "false") boolean back, Model model) {
        HeardWords heard = choices.said(viewer, new TurnId(turn));
        model.addAttribute("form", NoteForm.empty(heard.turn(), back));
        return noting(viewer, heard, model);
    }

    @PostMapping("/needs")
    String note(
            Viewer viewer,
            @Valid @ModelAttribute("form") NoteForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        if (form.turn() == null) {
            throw new NotSeen("turn");
        }
        HeardWords heard = choices.said(viewer, new TurnId(form.turn()));
        if (Attempt.holds(errors, () -> needs.note(viewer, form.command()))) {
            Flash.said(redirect, "needs.noted");
            return form.goesBack()
                    ? "redirect:" + heard.path()
                    : NeedPage.back(form.command().id());
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return noting(viewer, heard, model);
    }

    private String noting(Viewer viewer, HeardWords heard, Model model) {
        List<NeedView> known = views.ofContacts(viewer, List.of(heard.speaker())).stream()
                .filter(NeedView::open)
                .toList();
        model.addAttribute("heard", heard).addAttribute("known", known);
        words.into(model);
        return "needs/new";
    }

    @GetMapping("/needs/{id}")
    String show(Viewer viewer, @PathVariable UUID id, Model model) {
        return page.show(viewer, new NeedId(id), model);
    }

    @PostMapping("/needs/{id}/wording")
    String reword(
            Viewer viewer,
            @PathVariable UUID id,
            @Valid @ModelAttribute("wordingForm") WordingForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response) {
        NeedId need = new NeedId(id);
        return Attempt.holds(errors, () -> needs.reword(viewer, form.command(need)))
                ? NeedPage.back(need)
                : page.again(viewer, need, "wording", model, response);
    }

    @PostMapping("/needs/{id}/ending")
    String end(
            Viewer viewer,
            @PathVariable UUID id,
            @Valid @ModelAttribute("endingForm") EndingForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        NeedId need = new NeedId(id);
        if (!Attempt.holds(errors, () -> needs.end(viewer, form.command(need)))) {
            return page.again(viewer, need, "ending", model, response);
        }
        Flash.said(redirect, "needs.ending.said").undo("/needs/" + id + "/reopening");
        return NeedPage.back(need);
    }

    @PostMapping("/needs/{id}/reopening")
    String reopen(Viewer viewer, @PathVariable UUID id, RedirectAttributes redirect) {
        NeedId need = new NeedId(id);
        needs.reopen(viewer, need);
        Flash.said(redirect, "needs.reopened");
        return NeedPage.back(need);
    }
}
