package org.attune.stages.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.attune.access.Audience;
import org.attune.access.Hat;
import org.attune.access.OpenTo;
import org.attune.access.Viewer;
import org.attune.platform.Ids;
import org.attune.platform.NotTaken;
import org.attune.platform.web.Flash;
import org.attune.platform.web.FormErrors;
import org.attune.stages.Colour;
import org.attune.stages.Problem;
import org.attune.stages.StageChanges;
import org.attune.stages.StageDraft;
import org.attune.stages.StageDrafts;
import org.attune.stages.Unsound;
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

/** The path as it is to be: its stages, their order, and which of them go. */
@Controller
@RequestMapping("/admin/stages")
@OpenTo(Audience.ADMINS)
class AdminStagesController {

    private final StageDrafts drafts;
    private final StageChanges changes;
    private final StageEditing editing;

    AdminStagesController(StageDrafts drafts, StageChanges changes, StageEditing editing) {
        this.drafts = drafts;
        this.changes = changes;
        this.editing = editing;
    }

    /** @param hat none beside the path */
    record NewStage(
            @NotNull @Nullable UUID id,
            @Nullable String name,
            @Nullable String hat) {

        /** Anything that is no hat is beside the path. */
        @Nullable
        Hat chosen() {
            return Arrays.stream(Hat.values())
                    .filter(one -> one.name().equals(hat))
                    .findFirst()
                    .orElse(null);
        }
    }

    @GetMapping
    String path(Model model) {
        model.addAttribute("form", new NewStage(Ids.next(), null, Hat.MARKETING.name()));
        return page(model);
    }

    @PostMapping
    String add(
            Viewer viewer,
            @Valid @ModelAttribute("form") NewStage form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        if (!errors.hasErrors()) {
            try {
                String name = Objects.requireNonNullElse(form.name(), "");
                String key = changes.add(viewer, Objects.requireNonNull(form.id()), name, form.chosen());
                Flash.said(redirect, "stages.draft.added", name).undo(undo(form.id()));
                return "redirect:/admin/stages/" + key;
            } catch (Unsound unsound) {
                add(errors, unsound.problems());
            } catch (NotTaken refused) {
                FormErrors.add(errors, refused);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(model);
    }

    /** One place up or down, or to a place of its own. */
    @PostMapping("/{stage}/place")
    String place(
            Viewer viewer,
            @PathVariable("stage") String key,
            @RequestParam UUID id,
            @RequestParam String seen,
            @RequestParam int place,
            RedirectAttributes redirect) {
        StageDraft draft = changes.place(viewer, id, seen, key, place);
        String name = draft.definition().stage(key).orElseThrow().name();
        Flash.said(redirect, "stages.draft.placed", name).undo(undo(id));
        return "redirect:/admin/stages?moved=" + key;
    }

    static String undo(UUID step) {
        return "/admin/stage-draft/undo?step=" + step;
    }

    static void add(BindingResult errors, List<Problem> problems) {
        for (Problem problem : problems) {
            errors.rejectValue(
                    problem.field(), problem.messageKey(), problem.arguments().toArray(), problem.messageKey());
        }
    }

    private String page(Model model) {
        editing.path(model, drafts.current());
        model.addAttribute("colours", Colour.values()).addAttribute("problems", drafts.problems());
        return "stages/admin/path";
    }
}
