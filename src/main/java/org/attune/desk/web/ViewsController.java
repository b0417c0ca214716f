package org.attune.desk.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.UUID;
import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.access.Viewer;
import org.attune.people.SavedView;
import org.attune.people.SavedViews;
import org.attune.platform.NotSeen;
import org.attune.platform.NotTaken;
import org.attune.platform.web.Flash;
import org.attune.platform.web.FormErrors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Keeps a list of contacts under a name. */
@Controller
@RequestMapping("/contacts/views")
@OpenTo(Audience.SELLERS)
class ViewsController {

    private final SavedViews views;

    ViewsController(SavedViews views) {
        this.views = views;
    }

    @PostMapping
    String save(
            Viewer viewer,
            @Valid @ModelAttribute("form") ViewForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        UUID id = form.id();
        if (!errors.hasErrors() && id != null) {
            try {
                views.save(viewer, form.view(id));
                Flash.said(redirect, "desk.view.saved", form.view(id).name());
                return "redirect:" + address(viewer, id);
            } catch (NotTaken refused) {
                FormErrors.add(errors, refused);
            }
        }
        return again(null, model, response);
    }

    @PostMapping("/{view}")
    String rename(
            Viewer viewer,
            @PathVariable UUID view,
            @ModelAttribute("form") ViewForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        SavedView known = find(viewer, view);
        if (!errors.hasErrors()) {
            try {
                views.rename(viewer, view, form.view(view).name());
                Flash.said(redirect, "desk.view.renamed", form.view(view).name());
                return "redirect:" + address(viewer, view);
            } catch (NotTaken refused) {
                FormErrors.add(errors, refused);
            }
        }
        return again(known, model, response);
    }

    /** The name, on a page of its own, with what is wrong with it. */
    private static String again(@Nullable SavedView known, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("known", known);
        model.addAttribute("back", known == null ? "/contacts" : ListAddress.of(known));
        return "desk/view";
    }

    @PostMapping("/{view}/removal")
    String remove(Viewer viewer, @PathVariable UUID view, RedirectAttributes redirect) {
        SavedView removed = find(viewer, view);
        views.remove(viewer, view);
        Flash.said(redirect, "desk.view.removed", removed.name());
        return "redirect:/contacts";
    }

    private String address(Viewer viewer, UUID view) {
        return ListAddress.of(find(viewer, view));
    }

    private SavedView find(Viewer viewer, UUID view) {
        return views.of(viewer).stream()
                .filter(one -> one.id().equals(view))
                .findFirst()
                .orElseThrow(() -> new NotSeen("view " + view));
    }
}
