package org.attune.nurture.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.UUID;
import org.attune.access.Audience;
import org.attune.access.OpenTo;
import org.attune.access.Viewer;
import org.attune.nurture.SilenceView;
import org.attune.nurture.Silences;
import org.attune.people.ContactId;
import org.attune.people.ContactSight;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Leaving somebody in peace until an agreed day. */
@Controller
@OpenTo(Audience.SELLERS)
class SilenceController {

    private final Silences silences;
    private final ContactSight sight;

    SilenceController(Silences silences, ContactSight sight) {
        this.silences = silences;
        this.sight = sight;
    }

    /** @param turn where they said so, when one comes from a turn */
    @GetMapping("/contacts/{contact}/silence")
    String page(
            Viewer viewer,
            @PathVariable UUID contact,
            @RequestParam(required = false) @Nullable UUID turn,
            Model model) {
        model.addAttribute("form", SilenceForm.empty(turn));
        return page(viewer, new ContactId(contact), model);
    }

    @PostMapping("/contacts/{contact}/silence")
    String agree(
            Viewer viewer,
            @PathVariable UUID contact,
            @Valid @ModelAttribute("form") SilenceForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        ContactId id = new ContactId(contact);
        if (!errors.hasErrors()) {
            try {
                SilenceView agreed = silences.agree(viewer, form.command(id));
                Flash.said(redirect, "nurture.silence.agreed").undo("/silences/" + agreed.id() + "/end");
                return "redirect:/contacts/" + contact;
            } catch (NotTaken refused) {
                FormErrors.add(errors, refused);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(viewer, id, model);
    }

    @PostMapping("/silences/{silence}/end")
    String end(Viewer viewer, @PathVariable UUID silence, RedirectAttributes redirect) {
        SilenceView ended = silences.end(viewer, silence);
        Flash.said(redirect, "nurture.silence.ended").undo("/silences/" + silence + "/resumption");
        return "redirect:/contacts/" + ended.contact().value();
    }

    /** Undo. */
    @PostMapping("/silences/{silence}/resumption")
    String resume(Viewer viewer, @PathVariable UUID silence, RedirectAttributes redirect) {
        SilenceView resumed = silences.resume(viewer, silence);
        Flash.said(redirect, "nurture.silence.resumed");
        return "redirect:/contacts/" + resumed.contact().value();
    }

    private String page(Viewer viewer, ContactId id, Model model) {
        model.addAttribute("contact", sight.stillKnown(viewer, id));
        model.addAttribute("silence", silences.current(viewer, id).orElse(null));
        return "nurture/silence";
    }
}
