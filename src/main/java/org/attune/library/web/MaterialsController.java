package org.attune.library.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.access.Viewer;
import org.attune.library.Materials;
import org.attune.library.PitchLint;
import org.attune.platform.Language;
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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A material is begun. */
@Controller
@RequestMapping("/library/materials")
@OpenTo(Audience.SELLERS)
class MaterialsController {

    private final Materials materials;
    private final MaterialChoices choices;

    MaterialsController(Materials materials, MaterialChoices choices) {
        this.materials = materials;
        this.choices = choices;
    }

    @GetMapping("/new")
    String empty(Viewer viewer, Model model) {
        MaterialForm form = MaterialForm.empty(Language.of(viewer.locale()).code());
        model.addAttribute("form", form);
        return page(viewer, form, model);
    }

    @PostMapping(params = "!preview")
    String write(
            Viewer viewer,
            @Valid @ModelAttribute("form") MaterialForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        if (!errors.hasErrors()) {
            try {
                String path = materials.write(viewer, form.command()).path();
                Flash.said(redirect, "library.draft.kept");
                return "redirect:" + path;
            } catch (NotTaken refused) {
                FormErrors.add(errors, refused);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(viewer, form, model);
    }

    /** How it will look, without keeping anything. */
    @PostMapping(params = "preview")
    String preview(
            Viewer viewer,
            @ModelAttribute("form") MaterialForm form,
            BindingResult errors,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            Model model) {
        String page = page(viewer, form, model);
        return htmx == null ? page : "library/fragments :: preview";
    }

    private String page(Viewer viewer, MaterialForm form, Model model) {
        choices.offer(viewer, model);
        String written = MaterialForm.text(form.body());
        model.addAttribute("preview", written)
                .addAttribute("remarks", PitchLint.of(written, MaterialForm.text(form.language())));
        return "library/new";
    }
}
