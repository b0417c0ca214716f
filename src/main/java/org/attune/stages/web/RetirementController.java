package org.attune.stages.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Objects;
import java.util.UUID;
import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.access.Viewer;
import org.attune.platform.Ids;
import org.attune.platform.NotSeen;
import org.attune.platform.NotTaken;
import org.attune.platform.web.Flash;
import org.attune.platform.web.FormErrors;
import org.attune.platform.web.Option;
import org.attune.stages.Stage;
import org.attune.stages.StageChanges;
import org.attune.stages.StageDraft;
import org.attune.stages.StageDrafts;
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

/** A stage is taken out of the draft, once it is said where its people go; and put back. */
@Controller
@RequestMapping("/admin/stages/{stage}/retirement")
@OpenTo(Audience.ADMINS)
class RetirementController {

    private final StageDrafts drafts;
    private final StageChanges changes;
    private final StageEditing editing;

    RetirementController(StageDrafts drafts, StageChanges changes, StageEditing editing) {
        this.drafts = drafts;
        this.changes = changes;
        this.editing = editing;
    }

    record Form(
            @NotNull @Nullable UUID id,
            @NotNull @Nullable String seen,
            @Nullable String to) {}

    @GetMapping
    String ask(@PathVariable("stage") String key, Model model) {
        StageDraft draft = drafts.current();
        model.addAttribute(
                "form", new Form(Ids.next(), draft.seen(), draft.goesTo().get(key)));
        return page(model, draft, key);
    }

    @PostMapping
    String retire(
            Viewer viewer,
            @PathVariable("stage") String key,
            @Valid @ModelAttribute("form") Form form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        StageDraft draft = drafts.current();
        Stage stage = stage(draft, key);
        if (!errors.hasErrors()) {
            try {
                UUID id = Objects.requireNonNull(form.id());
                changes.retire(viewer, id, Objects.requireNonNull(form.seen()), key, form.to());
                Flash.said(redirect, "stages.retire.done", stage.name()).undo(AdminStagesController.undo(id));
                return "redirect:/admin/stages";
            } catch (NotTaken refused) {
                FormErrors.add(errors, refused);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(model, draft, key);
    }

    @PostMapping("/end")
    String putBack(
            Viewer viewer,
            @PathVariable("stage") String key,
            @RequestParam UUID id,
            @RequestParam String seen,
            RedirectAttributes redirect) {
        Stage stage = stage(drafts.current(), key);
        changes.putBack(viewer, id, seen, key);
        Flash.said(redirect, "stages.retire.back", stage.name()).undo(AdminStagesController.undo(id));
        return "redirect:/admin/stages";
    }

    private String page(Model model, StageDraft draft, String key) {
        editing.path(model, draft);
        model.addAttribute("stage", stage(draft, key))
                .addAttribute("published", drafts.inForce().stage(key).isPresent())
                .addAttribute(
                        "ways",
                        drafts.ways(key).stream()
                                .map(way -> new Option(way.key(), way.name()))
                                .toList());
        return "stages/admin/retirement";
    }

    private Stage stage(StageDraft draft, String key) {
        return draft.definition()
                .stage(key)
                .or(() -> drafts.inForce().stage(key))
                .orElseThrow(() -> new NotSeen("stage " + key));
    }
}
