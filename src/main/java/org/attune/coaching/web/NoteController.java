package org.attune.coaching.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Objects;
import java.util.UUID;
import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.access.Viewer;
import org.attune.coaching.NoteView;
import org.attune.coaching.Notes;
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

/** A note of one's own, as long as it can still be said in other words. */
@Controller
@RequestMapping("/one-to-one/notes/{note}")
@OpenTo(Audience.SELLERS)
class NoteController {

    private final Notes notes;

    NoteController(Notes notes) {
        this.notes = notes;
    }

    @GetMapping
    String show(Viewer viewer, @PathVariable UUID note, Model model) {
        NoteView view = notes.find(viewer, note);
        model.addAttribute("form", RewordNoteForm.of(view));
        return page(view, model);
    }

    @PostMapping
    String reword(
            Viewer viewer,
            @PathVariable UUID note,
            @Valid @ModelAttribute("form") RewordNoteForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        NoteView before = notes.find(viewer, note);
        if (!errors.hasErrors()) {
            try {
                int version = form.version() == null ? -1 : form.version();
                notes.reword(viewer, note, Objects.requireNonNull(form.words()), version);
                Flash.said(redirect, "coaching.note.kept");
                return "redirect:" + OneToOneController.address(before.pair());
            } catch (NotTaken refused) {
                FormErrors.add(errors, refused);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(before, model);
    }

    private static String page(NoteView note, Model model) {
        model.addAttribute("kept", note).addAttribute("back", OneToOneController.address(note.pair()));
        return "coaching/note";
    }
}
