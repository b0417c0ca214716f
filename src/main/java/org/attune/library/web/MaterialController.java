package org.attune.library.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Objects;
import java.util.UUID;
import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.access.Viewer;
import org.attune.library.MaterialId;
import org.attune.library.MaterialView;
import org.attune.library.Materials;
import org.attune.platform.NotTaken;
import org.attune.platform.web.Flash;
import org.attune.platform.web.FormErrors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One material: what it says today, what it was before, and what it is for. */
@Controller
@RequestMapping("/library/materials/{material}")
@OpenTo(Audience.SELLERS)
class MaterialController {

    private final Materials materials;
    private final MaterialPage page;
    private final MaterialChoices choices;

    MaterialController(Materials materials, MaterialPage page, MaterialChoices choices) {
        this.materials = materials;
        this.page = page;
        this.choices = choices;
    }

    @GetMapping
    String material(Viewer viewer, @PathVariable UUID material, Model model) {
        return page.show(viewer, materials.find(viewer, new MaterialId(material)), model);
    }

    @GetMapping("/versions/{number}")
    String version(Viewer viewer, @PathVariable UUID material, @PathVariable int number, Model model) {
        MaterialId id = new MaterialId(material);
        return page.version(viewer, materials.find(viewer, id), materials.version(viewer, id, number), model);
    }

    @GetMapping("/details")
    String details(Viewer viewer, @PathVariable UUID material, Model model) {
        MaterialView found = materials.find(viewer, new MaterialId(material));
        model.addAttribute("form", DetailsForm.of(found));
        return details(viewer, found, model);
    }

    @PostMapping("/details")
    String change(
            Viewer viewer,
            @PathVariable UUID material,
            @Valid @ModelAttribute("form") DetailsForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        MaterialView found = materials.find(viewer, new MaterialId(material));
        if (!errors.hasErrors()) {
            try {
                materials.change(viewer, found.id(), form.details(), Objects.requireNonNullElse(form.version(), -1));
                Flash.said(redirect, "library.details.kept");
                return "redirect:" + found.path();
            } catch (NotTaken refused) {
                FormErrors.add(errors, refused);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return details(viewer, found, model);
    }

    private String details(Viewer viewer, MaterialView found, Model model) {
        choices.offer(viewer, model);
        model.addAttribute("material", found);
        return "library/details";
    }

    @PostMapping("/retirement")
    String retire(Viewer viewer, @PathVariable UUID material, RedirectAttributes redirect) {
        MaterialView retired = materials.retire(viewer, new MaterialId(material));
        Flash.said(redirect, "library.retired", retired.details().title()).undo(retired.path() + "/restoration");
        return "redirect:" + retired.path();
    }

    @PostMapping("/restoration")
    String restore(Viewer viewer, @PathVariable UUID material, RedirectAttributes redirect) {
        MaterialView restored = materials.restore(viewer, new MaterialId(material));
        Flash.said(redirect, "library.restored", restored.details().title());
        return "redirect:" + restored.path();
    }
}
