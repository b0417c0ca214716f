package org.attune.library.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.UUID;
import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.access.Viewer;
import org.attune.library.MaterialDrafts;
import org.attune.library.MaterialId;
import org.attune.library.MaterialVersionId;
import org.attune.library.MaterialView;
import org.attune.library.Materials;
import org.attune.library.PitchLint;
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
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The next version of a material, until it is published. */
@Controller
@RequestMapping("/library/materials/{material}/draft")
@OpenTo(Audience.SELLERS)
class DraftController {

    private final Materials materials;
    private final MaterialDrafts drafts;

    DraftController(Materials materials, MaterialDrafts drafts) {
        this.materials = materials;
        this.drafts = drafts;
    }

    @GetMapping
    String draft(Viewer viewer, @PathVariable UUID material, Model model) {
        MaterialView found = materials.find(viewer, new MaterialId(material));
        DraftForm form = DraftForm.of(found);
        model.addAttribute("form", form);
        return page(found, form, model);
    }

    @PostMapping(params = "!preview")
    String write(
            Viewer viewer,
            @PathVariable UUID material,
            @Valid @ModelAttribute("form") DraftForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        MaterialView found = materials.find(viewer, new MaterialId(material));
        if (!errors.hasErrors()) {
            try {
                drafts.write(viewer, form.command(found.id()));
                Flash.said(redirect, "library.draft.kept");
                return "redirect:" + found.path();
            } catch (NotTaken refused) {
                FormErrors.add(errors, refused);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(found, form, model);
    }

    /** How it will look, without keeping anything. */
    @PostMapping(params = "preview")
    String preview(
            Viewer viewer,
            @PathVariable UUID material,
            @ModelAttribute("form") DraftForm form,
            BindingResult errors,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            Model model) {
        MaterialView found = materials.find(viewer, new MaterialId(material));
        String page = page(found, form, model);
        return htmx == null ? page : "library/fragments :: preview";
    }

    private static String page(MaterialView found, DraftForm form, Model model) {
        String written = MaterialForm.text(form.body());
        model.addAttribute("material", found)
                .addAttribute("preview", written)
                .addAttribute("remarks", PitchLint.of(written, found.details().language()));
        return "library/draft";
    }

    /** @param seen the version of the draft that was looked at */
    @PostMapping("/publication")
    String publish(
            Viewer viewer,
            @PathVariable UUID material,
            @RequestParam UUID draft,
            @RequestParam int seen,
            RedirectAttributes redirect) {
        MaterialView found = materials.find(viewer, new MaterialId(material));
        drafts.publish(viewer, found.id(), new MaterialVersionId(draft), seen);
        Flash.said(redirect, "library.published", found.details().title());
        return "redirect:" + found.path();
    }

    @PostMapping("/removal")
    String throwAway(
            Viewer viewer, @PathVariable UUID material, @RequestParam UUID draft, RedirectAttributes redirect) {
        MaterialView found = materials.find(viewer, new MaterialId(material));
        drafts.throwAway(viewer, found.id(), new MaterialVersionId(draft));
        Flash.said(redirect, "library.draft.gone");
        return "redirect:" + (found.newest() == null ? "/library" : found.path());
    }

    @PostMapping("/file/removal")
    String withoutFile(
            Viewer viewer, @PathVariable UUID material, @RequestParam UUID draft, RedirectAttributes redirect) {
        MaterialView found = materials.find(viewer, new MaterialId(material));
        drafts.detach(viewer, found.id(), new MaterialVersionId(draft));
        Flash.said(redirect, "library.file.gone");
        return "redirect:" + found.path();
    }
}
