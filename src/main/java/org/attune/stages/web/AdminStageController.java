package org.attune.stages.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Objects;
import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.access.Viewer;
import org.attune.platform.ChangedMeanwhile;
import org.attune.platform.NotSeen;
import org.attune.platform.web.Flash;
import org.attune.platform.web.FormErrors;
import org.attune.stages.Catalogue;
import org.attune.stages.Colour;
import org.attune.stages.SaveStage;
import org.attune.stages.Stage;
import org.attune.stages.StageChanged;
import org.attune.stages.StageChanges;
import org.attune.stages.StageDraft;
import org.attune.stages.StageDrafts;
import org.attune.stages.Unsound;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One stage of the draft, with all that can be said about it in one form. Every button of the form keeps all of it. */
@Controller
@RequestMapping("/admin/stages/{stage}")
@OpenTo(Audience.ADMINS)
class AdminStageController {

    private final StageDrafts drafts;
    private final StageChanges changes;
    private final StageEditing editing;
    private final Catalogue catalogue;
    private final DifferenceWords words;

    AdminStageController(
            StageDrafts drafts,
            StageChanges changes,
            StageEditing editing,
            Catalogue catalogue,
            DifferenceWords words) {
        this.drafts = drafts;
        this.changes = changes;
        this.editing = editing;
        this.catalogue = catalogue;
        this.words = words;
    }

    @GetMapping
    String stage(@PathVariable("stage") String key, Model model) {
        StageDraft draft = drafts.current();
        Stage stage = stage(draft, key);
        return page(model, draft, stage, StageForm.of(stage, draft));
    }

    @PostMapping
    String save(
            Viewer viewer,
            @PathVariable("stage") String key,
            @Valid @ModelAttribute("form") StageForm typed,
            BindingResult bound,
            @RequestParam(required = false) @Nullable String then,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        StageDraft draft = drafts.current();
        Stage was = stage(draft, key);
        if (bound.hasErrors()) { // nothing a person can type; without its id and what was seen nothing is kept
            return refused(model, draft, was, StageForm.of(was, draft), bound, response);
        }
        StageForm form = typed.after(then, catalogue);
        BindingResult errors = new BeanPropertyBindingResult(form, "form");
        if (form.chosenColour().isEmpty()) {
            errors.rejectValue("colour", "stages.draft.colour.needed");
            return refused(model, draft, was, form, errors, response);
        }
        try {
            SaveStage save = new SaveStage(
                    Objects.requireNonNull(form.id()),
                    Objects.requireNonNull(form.seen()),
                    form.stage(was),
                    "anyway".equals(then));
            return saved(redirect, save, changes.save(viewer, save), then);
        } catch (Unsound unsound) {
            AdminStagesController.add(errors, unsound.problems());
            return refused(model, draft, was, form, errors, response);
        } catch (ChangedMeanwhile sentBefore) {
            FormErrors.add(errors, sentBefore);
            return refused(model, draft, was, form, errors, response);
        } catch (StageChanged changed) {
            return conflict(model, changed, was, form, response);
        }
    }

    private static String saved(RedirectAttributes redirect, SaveStage save, StageDraft now, @Nullable String then) {
        if (now.seen().equals(save.id().toString())) {
            Flash.said(redirect, "stages.draft.kept", save.stage().name()).undo(AdminStagesController.undo(save.id()));
        } else {
            Flash.said(redirect, "stages.draft.same", save.stage().name());
        }
        return "redirect:/admin/stages/" + save.stage().key() + (then == null || then.equals("anyway") ? "" : "#asks");
    }

    private String refused(
            Model model,
            StageDraft draft,
            Stage stage,
            StageForm form,
            BindingResult errors,
            HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute(BindingResult.MODEL_KEY_PREFIX + "form", errors);
        return page(model, draft, stage, form);
    }

    /** What was typed stays in the form; what the other wrote stands above it. */
    private String conflict(
            Model model, StageChanged changed, Stage was, StageForm form, HttpServletResponse response) {
        Stage theirs = changed.stage();
        if (theirs == null) {
            throw new NotSeen("stage " + was.key());
        }
        response.setStatus(HttpStatus.CONFLICT.value());
        model.addAttribute("theirs", words.of(theirs.comparedWith(form.stage(was))));
        StageForm again = form.seenAs(changed.now().seen());
        model.addAttribute(BindingResult.MODEL_KEY_PREFIX + "form", new BeanPropertyBindingResult(again, "form"));
        return page(model, changed.now(), theirs, again);
    }

    private String page(Model model, StageDraft draft, Stage stage, StageForm form) {
        editing.path(model, draft);
        editing.lines(model, form);
        model.addAttribute("form", form)
                .addAttribute("stage", stage)
                .addAttribute("colours", Colour.values())
                .addAttribute(
                        "missing",
                        drafts.problems().stream()
                                .filter(problem -> problem.stage().equals(stage.key()))
                                .toList());
        return "stages/admin/stage";
    }

    private static Stage stage(StageDraft draft, String key) {
        return draft.definition().stage(key).orElseThrow(() -> new NotSeen("stage " + key));
    }
}
