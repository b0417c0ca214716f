package org.attune.coaching.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.UUID;
import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.access.UserId;
import org.attune.access.Viewer;
import org.attune.coaching.Notes;
import org.attune.coaching.OneToOneView;
import org.attune.coaching.OneToOnes;
import org.attune.coaching.Pair;
import org.attune.coaching.Steps;
import org.attune.platform.NotTaken;
import org.attune.platform.web.Flash;
import org.attune.platform.web.FormErrors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of two people: what is written on it by either. */
@Controller
@RequestMapping("/people/{id}/one-to-one")
@OpenTo(Audience.SELLERS)
class OneToOneController {

    private final OneToOnes pages;
    private final Notes notes;
    private final Steps steps;

    OneToOneController(OneToOnes pages, Notes notes, Steps steps) {
        this.pages = pages;
        this.notes = notes;
        this.steps = steps;
    }

    @GetMapping
    String show(
            Viewer viewer, @PathVariable UUID id, @RequestParam(required = false) @Nullable UUID with, Model model) {
        OneToOneView page = look(viewer, id, with);
        UUID manager = page.pair().manager().value();
        model.addAttribute("note", NoteForm.empty(manager)).addAttribute("step", StepForm.empty(manager));
        return page(viewer, page, model);
    }

    @PostMapping("/notes")
    String write(
            Viewer viewer,
            @PathVariable UUID id,
            @Valid @ModelAttribute("note") NoteForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        if (!errors.hasErrors()) {
            try {
                Pair pair = notes.write(viewer, form.command(new UserId(id)));
                Flash.said(redirect, "coaching.note.written");
                return "redirect:" + address(pair);
            } catch (NotTaken refused) {
                FormErrors.add(errors, refused);
            }
        }
        model.addAttribute("step", StepForm.empty(form.with()));
        return again(viewer, look(viewer, id, form.with()), model, response);
    }

    @PostMapping("/steps")
    String agree(
            Viewer viewer,
            @PathVariable UUID id,
            @Valid @ModelAttribute("step") StepForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        if (!errors.hasErrors()) {
            try {
                Pair pair = steps.agree(viewer, form.command(new UserId(id)));
                Flash.said(redirect, "coaching.step.agreed");
                return "redirect:" + address(pair);
            } catch (NotTaken refused) {
                FormErrors.add(errors, refused);
            }
        }
        model.addAttribute("note", NoteForm.empty(form.with()));
        return again(viewer, look(viewer, id, form.with()), model, response);
    }

    private OneToOneView look(Viewer viewer, UUID person, @Nullable UUID with) {
        return pages.look(viewer, new UserId(person), with == null ? null : new UserId(with));
    }

    private static String again(Viewer viewer, OneToOneView page, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(viewer, page, model);
    }

    private static String page(Viewer viewer, OneToOneView page, Model model) {
        model.addAttribute("page", page)
                .addAttribute("leads", page.pair().isLedBy(viewer))
                .addAttribute("other", page.pair().other(viewer));
        return "coaching/one-to-one";
    }

    static String address(Pair pair) {
        return "/people/" + pair.person().value() + "/one-to-one?with="
                + pair.manager().value();
    }
}
