package org.attune.stages.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.UUID;
import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.access.Viewer;
import org.attune.platform.NotTaken;
import org.attune.platform.web.Flash;
import org.attune.platform.web.FormErrors;
import org.attune.stages.StageDraft;
import org.attune.stages.StageDrafts;
import org.attune.stages.StageVersions;
import org.attune.stages.Unsound;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The draft as a whole: what it changes, whom it concerns, and what becomes of it. */
@Controller
@RequestMapping("/admin/stage-draft")
@OpenTo(Audience.ADMINS)
class StageDraftController {

    private final StageDrafts drafts;
    private final StageVersions versions;
    private final StageEditing editing;
    private final DifferenceWords words;

    StageDraftController(StageDrafts drafts, StageVersions versions, StageEditing editing, DifferenceWords words) {
        this.drafts = drafts;
        this.versions = versions;
        this.editing = editing;
        this.words = words;
    }

    /** @param id the draft */
    record Form(
            @NotNull @Nullable UUID id,
            @NotNull @Nullable String seen,

            @NotNull(message = "{stages.publish.note.needed}")
            @Size(max = 500, message = "{stages.publish.note.needed}")
            @Nullable
            String note) {}

    @GetMapping
    String effect(Model model) {
        StageDraft draft = drafts.current();
        model.addAttribute("form", new Form(draft.id(), draft.seen(), null));
        return page(model, draft);
    }

    @PostMapping("/publication")
    String publish(
            Viewer viewer,
            @Valid @ModelAttribute("form") Form form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        if (!errors.hasErrors()) {
            try {
                int version = versions.publish(
                        viewer,
                        Objects.requireNonNull(form.id()),
                        Objects.requireNonNull(form.seen()),
                        Objects.requireNonNull(form.note()));
                Flash.said(redirect, "stages.publish.done", version);
                return "redirect:/admin/stages";
            } catch (NotTaken refused) {
                if (!drafts.current().begun()) {
                    throw refused; // it is published, and there is no form any more to show it in
                }
                FormErrors.add(errors, refused);
            } catch (Unsound unsound) {
                errors.reject("stages.publish.unsound");
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(model, drafts.current());
    }

    /** Undo. */
    @PostMapping("/undo")
    String undo(Viewer viewer, @RequestParam UUID step, RedirectAttributes redirect) {
        StageDraft draft = drafts.undo(viewer, step);
        Flash.said(redirect, "stages.draft.undone").undo(AdminStagesController.undo(UUID.fromString(draft.seen())));
        return "redirect:/admin/stages";
    }

    @PostMapping("/discarding")
    String discard(Viewer viewer, @RequestParam UUID id, @RequestParam String seen, RedirectAttributes redirect) {
        drafts.discard(viewer, id, seen);
        Flash.said(redirect, "stages.draft.discarded").undo("/admin/stage-draft/return?id=" + id);
        return "redirect:/admin/stages";
    }

    /** Undo of throwing it away. */
    @PostMapping("/return")
    String takeUp(Viewer viewer, @RequestParam UUID id, RedirectAttributes redirect) {
        drafts.takeUp(viewer, id);
        Flash.said(redirect, "stages.draft.back");
        return "redirect:/admin/stages";
    }

    private String page(Model model, StageDraft draft) {
        editing.path(model, draft);
        model.addAttribute("changes", words.of(versions.ofDraft()))
                .addAttribute("problems", drafts.problems())
                .addAttribute("effect", versions.effect());
        return "stages/admin/draft";
    }
}
